"""Works for the tests of jobs: what a page could ask for."""

from crm.jobs.asking import Work, cancel, job_of, long_work


@long_work("Counting")
def count(work: Work, to: int) -> str:
    """Counts; notes every odd number; its result is the last."""
    for number in range(1, to + 1):
        work.step(number, to, f"{number} is odd" if number % 2 else "")
    work.result.write_text(str(to))
    return "Count.txt"


@long_work("A head's counting", right="may_approve")
def count_for_heads(work: Work) -> str:
    """Is a head's alone."""
    work.result.write_text("secret")
    return "Secret.txt"


@long_work("Failing")
def fail(work: Work) -> str:
    """Fails half-way."""
    work.step(1, 2)
    raise RuntimeError("half-way")


@long_work("Nothing")
def find_nothing(work: Work) -> str:
    """Has no result."""
    return ""


@long_work("Cancelled half-way")
def be_cancelled(work: Work) -> str:
    """Somebody cancels it while it runs."""
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    work.step(1, 2)
    cancel(job_of(DBTaskResult.objects.get(pk=work.folder.path.name)), now=timezone.now())
    work.step(2, 2)
    return "never"

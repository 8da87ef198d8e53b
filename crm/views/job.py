"""My jobs: what I asked for that takes long, how far it is, and what came of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from django_tasks_db.models import DBTaskResult

from crm.actions.errors import WrongState
from crm.jobs.asking import Job, ask_again, cancel, job_of, jobs_of, kwargs_of


class JobList(TemplateView):
    """Every job I asked for; the page asks again by itself while one is open."""

    template_name = "crm/job_list.html"

    def get_context_data(self, **kwargs):
        jobs = jobs_of(self.request.user)
        return super().get_context_data(
            title=_("My jobs"), jobs=jobs, is_waiting=any(job.is_open for job in jobs), **kwargs
        )


class OneJob(View):
    """A job of who asks; anybody else is refused with 403."""

    def get_job(self) -> Job:
        row = DBTaskResult.objects.filter(pk=self.kwargs["key"]).first()
        if row is None:
            raise Http404
        if kwargs_of(row)["asker"] != self.request.user.pk:
            raise PermissionDenied
        return job_of(row)


class JobResult(OneJob):
    """The file a job made, while it lies ready."""

    def get(self, request, key):
        job = self.get_job()
        if not job.may_be_had(request.user, timezone.now()) or not job.file.exists():
            messages.error(request, _("The result is not here any more. Ask for it again."))
            return redirect("job-list")
        response = FileResponse(job.file.open("rb"), as_attachment=True, filename=job.name)
        response["Cache-Control"] = "private, no-store"
        return response


class JobCancel(OneJob):
    """Cancels a job that waits or runs."""

    def post(self, request, key):
        cancel(self.get_job(), now=timezone.now())
        return redirect("job-list")


class JobAgain(OneJob):
    """Asks once more for a job that came to nothing."""

    def post(self, request, key):
        try:
            ask_again(self.get_job(), by=request.user)
        except WrongState as refusal:
            messages.error(request, str(refusal))
        return redirect("job-list")

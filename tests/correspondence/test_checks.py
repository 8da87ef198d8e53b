from correspondence import checks
from correspondence.languages import language_rules


def test_the_faces_of_every_language_are_here():
    assert checks.check_fonts(None) == []


def test_a_face_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr(type(language_rules("ko")), "fonts", ("Batang of Nowhere",))
    (problem,) = checks.check_fonts(None)
    assert problem.msg == "The font “Batang of Nowhere” is not installed."


def test_shipped_texts_are_readable_and_a_wrong_one_is_named(settings, tmp_path):
    assert checks.check_texts(None) == []
    folder = tmp_path / "letter_templates" / "thanks"
    folder.mkdir(parents=True)
    (folder / "es.md").write_text("## thanks [grateful]\nGracias.\n")
    settings.FIXTURES_DIR = tmp_path
    (problem,) = checks.check_texts(None)
    assert problem.msg.startswith("thanks/es.md: “grateful” is no condition")

import pytest
from correspondence.texts.composing import compose_pair
from correspondence.texts.proposing import propose_brief
from crm.models import City
from datetime import date
pytestmark = pytest.mark.django_db
def test_x(demo):
    for slug in ("guadalajara-es",):
        for kind in ("thanks","reciprocal_support","condolence"):
          for on in (date(2020,4,20), date.today()):
            try:
                p = compose_pair(propose_brief(kind=kind,on=on,city=City.objects.get(slug=slug)))
                print(kind,on); print(p[0].words)
            except Exception as e:
                print(kind, on, repr(e))

"""A gift's page with the letters that name it."""

from datetime import date

from django.urls import reverse

from correspondence.actions import drafting
from correspondence.texts.proposing import propose_brief
from crm.actions.gifts import correct_gift
from crm.models import Gift


def test_the_page_of_a_corrected_gift_keeps_its_letters(client_of, clerk, guadalajara):
    brief = propose_brief(kind="thanks", on=date(2020, 4, 20), city=guadalajara)
    letter = drafting.draft_letter(by=clerk, brief=brief)
    (gift,) = brief.received
    copy = correct_gift(by=clerk, gift=Gift.objects.get(pk=gift.pk), reason="another month")
    address = reverse("letter", args=[letter.pk])
    for named in (gift, copy):
        assert client_of(clerk).get(named.get_absolute_url()).content.decode().count(address) == 1

"""Partners made for one letter."""

from correspondence.trial.world import World


def test_a_letter_is_written_from_what_was_made_for_it(texts):
    world = World("nb", "NO")
    bergen = world.city("Bergen", "卑尔根市", "municipality", government=("Bergen kommune", "卑尔根市政府"))
    mayor = world.holder(bergen, "mayor", family="Dahl", given="Kari", chinese_title="市长")
    letter = world.write("thanks", mayor, received=[world.gift(bergen, mask=3000)], occasion=None)
    assert letter.foreign.addressee == "Ordfører Kari Dahl\nBergen kommune"
    assert "3\u00a0000\u00a0munnbind" in letter.foreign.part("body")
    assert "口罩3000只" in letter.chinese.part("body")

"""A build of faulty input fails, tells all, and leaves what was published as it was."""
import json

from support.sites import creator, tree


def test_a_fault_ends_the_build_and_leaves_the_old_output(plaza, built_site):
    site = built_site(creators=[creator("ana")])
    before = tree(site.public)
    site.write_creators([creator("ana"), creator("ben", followers="many")])
    run = plaza.build(site, expect=1)
    assert "creators/all.jsonl:2:" in run.err and "'many'" in run.err
    assert tree(site.public) == before


def test_the_first_build_of_faulty_input_publishes_nothing(plaza, make_site):
    site = make_site(creators=[creator("ana", market="XX")])
    plaza.build(site, expect=1)
    assert not site.public.exists()


def test_all_faults_are_told_at_once(plaza, make_site):
    site = make_site(creators=[creator("ana", rating=9), creator("ben", updated="yesterday")], site={"page_sise": 3})
    err = plaza.build(site, expect=1).err
    assert "all.jsonl:1:" in err and "all.jsonl:2:" in err and "site.yaml:" in err


def test_a_site_that_is_not_there_is_a_clear_failure(plaza, tmp_path):
    run = plaza.run("build", tmp_path / "nowhere", expect=1)
    assert "nowhere" in run.err and run.out == ""


def test_json_tells_the_outcome_in_one_object(plaza, make_site):
    run = plaza.build(make_site(creators=[creator("ana")]), "--json")
    assert isinstance(json.loads(run.out), dict)

"""Every name that issue lists are wary of, in each of its meanings."""

from __future__ import annotations

import pytest

from tui.extract.countries.find import find_countries
from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.model import Article, Block, BlockKind

MEANT = {
    # Georgia
    "Police in Tbilisi arrested forty as Georgia froze its talks with the European Union.": {"GE"},
    "Georgia and Armenia share a pass that snow had closed.": {"GE", "AM"},
    "A judge in Fulton County, Georgia, threw out the case against the Atlanta lawyer.": {"US"},
    "Voters in Georgia and in Alabama chose senators on Tuesday.": {"US"},
    # Jordan
    "Jordan closed its border with Syria after a drone fell near Amman.": {"JO", "SY"},
    "Jordan Blakely, the captain, said that her team had played badly.": set(),
    "Mr Jordan told the committee that he had never read the letter.": set(),
    # Chad
    "Chad expelled the ambassador, and N'Djamena was calm.": {"TD"},
    "Chad Whitmore repaired the well, said his colleague Ada Marsh.": set(),
    # Turkey
    "Turkey raised its rates and the lira fell.": {"TR"},
    "They ate turkey with chestnuts and said little.": set(),
    "The farm sold 400 turkeys before Christmas.": set(),
    # Washington
    "Washington said that the talks with Tehran had ended.": {"US", "IR"},
    "George Washington crossed the river at night.": set(),
    "Denzel Washington will play the general.": set(),
    # Congo
    "The Democratic Republic of Congo accused Rwanda of arming rebels near Goma.": {"CD", "RW"},
    "Troops left Brazzaville as the Republic of Congo went to the polls.": {"CG"},
    # Guinea
    "The junta in Guinea dissolved the cabinet in Conakry.": {"GN"},
    "Guinea-Bissau seized a ship full of cocaine.": {"GW"},
    "Equatorial Guinea sold its jets.": {"GQ"},
    "Papua New Guinea asked Australia for help after the landslide.": {"PG", "AU"},
    "The children kept a guinea pig.": set(),
    # Niger, Nigeria
    "Soldiers in Niger held the president in Niamey.": {"NE"},
    "Nigeria's senate met in Abuja.": {"NG"},
    "The Niger Delta, in the south of Nigeria, was under water.": {"NG"},
    # Names within names
    "American Samoa felt the wave first.": {"AS"},
    "Lobstermen in New England feared the new rules.": {"US"},
    "A tanker drifted in the Indian Ocean.": set(),
    "Paris Hilton opened a shop.": set(),
    "The mayor of Paris swam in the Seine.": {"FR"},
    # Birmingham
    "Bin men in Birmingham, England, stopped work.": {"GB"},
    "The church in Birmingham, Alabama, was bombed in 1963.": {"US"},
    "The city council in Birmingham is bankrupt, and Britain's government took over.": {"GB"},
    # Languages
    "She speaks English and French with her patients.": set(),
    "The English team lost to the Welsh.": {"GB"},
    "He reads Russian novels in translation.": {"RU"},
    # Works and things
    "The Benin bronzes went home.": set(),
    "The war in Gaza went on, and Israel closed the crossing.": {"PS", "IL"},
    "A storm cut off Cambridge, Massachusetts.": {"US"},
    "Students at Cambridge, Oxford and Durham protested in Britain.": {"GB"},
    "Dutch courage was needed.": set(),
    "Panama hats are made in Ecuador.": {"EC"},
}


@pytest.mark.parametrize("text", MEANT)
def test_an_ambiguous_name_means_what_stands_around_it(text: str) -> None:
    document = Document(Article("test", "", (Block(BlockKind.PARAGRAPH, text),)), "en")
    found = find_countries(document, find_names(document).people)
    assert {country.code for country in found} == MEANT[text]

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-everyday-word.h"

/* Words of nearly every text: even somebody who has no other name is only found by them with a
 * capital. */
static const char *const in_every_text[] = {
  "aan", "al",  "als",  "an",  "ben", "dan",  "dat", "de",  "den", "die", "dit",
  "do",  "doe", "een",  "en",  "er",  "ga",   "had", "ja",  "jij", "kan", "kom",
  "la",  "ma",  "maar", "man", "mee", "meer", "mei", "met", "na",  "nee", "nog",
  "nu",  "o",   "of",   "om",  "op",  "pa",   "toe", "uit", "van", "vr",  "was",
  "we",  "wel", "wie",  "wil", "wo",  "za",   "ze",  "zij", "zo",  NULL,
};

/* First names of up to three letters and last names of up to five. */
static const char *const everyday[] = {
  "aak",   "aal",   "aarts", "ad",    "agent", "akker", "arm",   "arts",  "as",    "baan",  "baas",
  "bak",   "bal",   "ban",   "bank",  "bar",   "bas",   "bed",   "beek",  "beer",  "beest", "bel",
  "berg",  "best",  "bij",   "blad",  "blank", "blij",  "bloem", "blok",  "bob",   "boek",  "boer",
  "bol",   "bom",   "bon",   "boog",  "boom",  "boon",  "boot",  "bord",  "bos",   "boven", "brand",
  "breed", "brief", "brink", "broek", "broer", "bron",  "brug",  "bruin", "buis",  "bus",   "dag",
  "dam",   "deel",  "dicht", "diep",  "dijk",  "dik",   "doel",  "dorp",  "draak", "droog", "druk",
  "duin",  "dun",   "dus",   "duur",  "eik",   "eind",  "els",   "engel", "fee",   "feit",  "flink",
  "fris",  "gans",  "gast",  "gat",   "geel",  "geest", "geld",  "gids",  "god",   "goed",  "goud",
  "graaf", "graan", "grens", "groen", "groot", "haak",  "haan",  "haar",  "haas",  "hak",   "hals",
  "ham",   "hand",  "hart",  "haven", "heer",  "heet",  "heide", "hek",   "held",  "hem",   "hemel",
  "hert",  "het",   "hoek",  "hof",   "hond",  "hoog",  "hoop",  "horst", "hout",  "huis",  "hun",
  "jager", "jas",   "jet",   "job",   "jong",  "jonge", "juli",  "juni",  "kaart", "kamp",  "kant",
  "kat",   "kerk",  "keus",  "kind",  "kip",   "kit",   "klein", "knoop", "kok",   "kool",  "kop",
  "kort",  "korte", "kost",  "kraan", "kring", "kruis", "kuil",  "laan",  "land",  "lang",  "lange",
  "leeg",  "leek",  "leest", "leeuw", "lente", "les",   "licht", "lief",  "lijn",  "lin",   "loon",
  "los",   "lot",   "maan",  "maas",  "maat",  "markt", "max",   "mees",  "meter", "min",   "mis",
  "mol",   "mooi",  "muis",  "naam",  "nacht", "net",   "nieuw", "noord", "ons",   "oog",   "ook",
  "oost",  "os",    "oud",   "oude",  "paal",  "paard", "pan",   "park",  "pas",   "pen",   "per",
  "pet",   "pit",   "plas",  "plein", "plek",  "poel",  "poort", "pop",   "post",  "pot",   "prins",
  "punt",  "put",   "raad",  "raam",  "recht", "ree",   "regel", "rijk",  "ring",  "rob",   "rol",
  "rood",  "room",  "roos",  "rug",   "ruim",  "rust",  "schip", "slag",  "slot",  "sluis", "smal",
  "smit",  "snel",  "snoek", "spin",  "staal", "stam",  "stap",  "steeg", "steen", "ster",  "sterk",
  "steun", "stil",  "stok",  "storm", "tafel", "tak",   "tas",   "ton",   "toren", "tot",   "trap",
  "turk",  "uur",   "vaag",  "vaart", "valk",  "vast",  "veen",  "veer",  "veld",  "ven",   "ver",
  "vet",   "via",   "vink",  "vis",   "vlag",  "vlam",  "vogel", "vol",   "vos",   "vrij",  "vroeg",
  "wal",   "want",  "warm",  "water", "weg",   "west",  "wiel",  "wijk",  "wijn",  "wit",   "witte",
  "wolf",  "zaal",  "zand",  "zee",   "zes",   "ziek",  "zin",   "zoet",  "zon",   "zorg",  "zout",
  "zuid",  "zwaan", "zwart", NULL,
};

/* Diminutives that do not come from a name: no small Meis, Bee or Bo. */
static const char *const small[] = {
  "baantje", "beetje",  "biertje",  "blikje", "bootje", "briefje",  "broertje",
  "feestje", "filmpje", "foutje",   "hondje", "huisje", "jongetje", "kindje",
  "kroegje", "maatje",  "meisje",   "pakje",  "plekje", "potje",    "praatje",
  "stukje",  "tijdje",  "vriendje", "zusje",  NULL,
};

/**
 * kring_is_everyday_word:
 * @folded: a word
 *
 * Returns: whether as part of somebody's name it is one only with a capital, if it is short
 */
gboolean
kring_is_everyday_word (const char *folded)
{
  return g_strv_contains (everyday, folded) || g_strv_contains (small, folded) ||
         kring_is_in_every_text (folded);
}

/**
 * kring_is_in_every_text:
 * @folded: a word
 *
 * Returns: whether it is somebody's name only with a capital, even if that is their whole name
 */
gboolean
kring_is_in_every_text (const char *folded)
{
  return g_strv_contains (in_every_text, folded);
}

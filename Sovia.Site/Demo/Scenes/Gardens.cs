using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Plants, tables, animals and winds.</summary>
internal static class Gardens
{
    public static readonly IReadOnlyList<Scene> All =
    [
        new("moon-garden", new Botanical { Blossoms = true }, Palettes.Jade, Shape.Tall,
            "Night garden before a pale green moon, poppies and ferns in layers of paint, no outline anywhere, after the botanical plates of a lost expedition")
        {
            Clips =
            [
                new(Motion.Breath, "The moon comes out from behind a cloud"),
                new(Motion.Near, "Closer, into the ferns"),
            ],
        },
        new("mauve-herbarium", new Botanical(), Palettes.Blossom, Shape.Tall,
            "Page from a herbarium in mauve and sage, leaves of six plants that never grew together, a pale sun behind them"),
        new("honey-meadow", new Botanical { Blossoms = true }, Palettes.Honey, Shape.Wide,
            "Łąka w pełni lata: złote źdźbła, kwiaty jak małe słońca, żadnego wiatru")
        {
            Clips =
            [
                new(Motion.Right, "Drift through the meadow at the height of a bee"),
            ],
        },
        new("ink-stems", new Botanical(), Palettes.Ink, Shape.Phone,
            "Stems and leaves in ink on grey paper, one vermilion sun, as little as possible and then a little less")
        {
            Clips =
            [
                new(Motion.Dawn, "The vermilion comes last"),
            ],
        },
        new("green-bottles", new StillLife(), Palettes.Blossom, Shape.Tall,
            "A pink bottle, a white vase, a slim green one with a twig, an apple, window light on a pink wall; an afternoon on which nothing has to happen")
        {
            Clips =
            [
                new(Motion.Near, "The light of the window wanders over the wall, very slowly"),
            ],
        },
        new("blue-table", new StillLife(), Palettes.Glacier, Shape.Wide,
            "Натюрморт у окна: две чаши, оранжевая ваза, белая бутыль с веткой; холодный голубой свет"),
        new("fox-at-dusk", new LowPoly { Animal = Animal.Fox }, Palettes.Dusk, Shape.Tall,
            "A fox folded from red and cream paper, looking straight at you, violet dusk broken into facets behind it")
        {
            Clips =
            [
                new(Motion.Near, "The fox holds your eye while you come closer"),
                new(Motion.Hues, "Its coat goes through the seasons"),
                new(Motion.Breath, Caption: "A geometric fox looks at the camera in front of a purple background."),
            ],
        },
        new("owl-at-night", new LowPoly { Animal = Animal.Owl }, Palettes.Midnight, Shape.Tall,
            "An owl of facets, amber and grey, two dark stars for eyes, a night folded from blue paper")
        {
            Clips =
            [
                new(Motion.Away, "The owl stays; the night gets larger"),
            ],
        },
        new("small-whale", new LowPoly { Animal = Animal.Whale }, Palettes.Lagoon, Shape.Wide,
            "A small brick-red whale made of triangles, in a sea made of triangles, content")
        {
            Clips =
            [
                new(Motion.Right, "It swims, or the sea does"),
            ],
        },
        new("plum-currents", new Currents(), Palettes.Rose, Shape.Tall,
            "Three thousand brush strokes following a wind nobody can see, plum and powder pink, here and there one of teal")
        {
            Clips =
            [
                new(Motion.Near, "Let the strokes flow past"),
                new(Motion.Hues, "The wind turns"),
            ],
        },
    ];
}

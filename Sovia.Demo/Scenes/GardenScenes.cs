using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Scenes with plants, tables, animals and wind.</summary>
internal static class GardenScenes
{
    public static readonly IReadOnlyList<DemoScene> All =
    [
        new("moon-garden", new Botanical { Blossoms = true }, Palettes.Jade, PictureSize.Portrait,
            "Night garden before a pale green moon, poppies and ferns in layers of paint, no outline anywhere, after the botanical "
            + "plates of a lost expedition")
        {
            Videos =
            [
                new(Motion.Pulse, "The moon comes out from behind a cloud"),
                new(Motion.ZoomIn, "Closer, into the ferns"),
            ],
        },
        new("mauve-herbarium", new Botanical(), Palettes.Blossom, PictureSize.Portrait,
            "Page from a herbarium in mauve and sage, leaves of six plants that never grew together, a pale sun behind them"),
        new("honey-meadow", new Botanical { Blossoms = true }, Palettes.Honey, PictureSize.Landscape,
            "Łąka w pełni lata: złote źdźbła, kwiaty jak małe słońca, żadnego wiatru")
        {
            Videos =
            [
                new(Motion.PanRight, "Drift through the meadow at the height of a bee"),
            ],
        },
        new("ink-stems", new Botanical(), Palettes.Ink, PictureSize.Phone,
            "Stems and leaves in ink on grey paper, one vermilion sun, as little as possible and then a little less")
        {
            Videos =
            [
                new(Motion.FadeInColour, "The vermilion comes last"),
            ],
        },
        new("green-bottles", new StillLife(), Palettes.Blossom, PictureSize.Portrait,
            "A pink bottle, a white vase, a slim green one with a twig, an apple, window light on a pink wall; an afternoon on which "
            + "nothing has to happen")
        {
            Videos =
            [
                new(Motion.ZoomIn, "The light of the window wanders over the wall, very slowly"),
            ],
        },
        new("blue-table", new StillLife(), Palettes.Glacier, PictureSize.Landscape,
            "Натюрморт у окна: две чаши, оранжевая ваза, белая бутыль с веткой; холодный голубой свет"),
        new("fox-at-dusk", new LowPoly { Animal = Animal.Fox }, Palettes.Dusk, PictureSize.Portrait,
            "A fox folded from red and cream paper, looking straight at you, violet dusk broken into facets behind it")
        {
            Videos =
            [
                new(Motion.ZoomIn, "The fox holds your eye while you come closer"),
                new(Motion.CycleHue, "Its coat goes through the seasons"),
                new(Motion.Pulse, Caption: "A geometric fox looks at the camera in front of a purple background."),
            ],
        },
        new("owl-at-night", new LowPoly { Animal = Animal.Owl }, Palettes.Midnight, PictureSize.Portrait,
            "An owl of facets, amber and grey, two dark stars for eyes, a night folded from blue paper")
        {
            Videos =
            [
                new(Motion.ZoomOut, "The owl stays; the night gets larger"),
            ],
        },
        new("small-whale", new LowPoly { Animal = Animal.Whale }, Palettes.Lagoon, PictureSize.Landscape,
            "A small brick-red whale made of triangles, in a sea made of triangles, content")
        {
            Videos =
            [
                new(Motion.PanRight, "It swims, or the sea does"),
            ],
        },
        new("plum-currents", new FlowField(), Palettes.Rose, PictureSize.Portrait,
            "Three thousand brush strokes following a wind nobody can see, plum and powder pink, here and there one of teal")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Let the strokes flow past"),
                new(Motion.CycleHue, "The wind turns"),
            ],
        },
    ];
}

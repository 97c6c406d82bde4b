using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Scenes with paper, prints and posters.</summary>
internal static class PaperScenes
{
    public static readonly IReadOnlyList<DemoScene> All =
    [
        new("clearing", new PaperForest(), Palettes.Moss, PictureSize.Portrait,
            "A clearing cut from eight sheets of green paper, each with its own shadow, a deer on the second hill, orange sun, a "
            + "children's book nobody has written yet")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Move through the paper layers towards the deer, each layer sliding past the next"),
                new(Motion.Pulse, "The lamp behind the paper dims and brightens"),
            ],
        },
        new("lantern-wood", new PaperForest(), Palettes.Dusk, PictureSize.Square,
            "Paper-cut forest lit from behind like a lantern, violet leaves, a red sun sinking between the sheets")
        {
            Videos =
            [
                new(Motion.ZoomIn, Caption: "Layered paper trees frame a glowing red sun."),
            ],
        },
        new("winter-papers", new PaperForest(), Palettes.Glacier, PictureSize.Portrait,
            "Winter forest of folded paper, ice-blue layers, one stag, a copper moon; very little else"),
        new("blossom-gate", new PaperForest(), Palettes.Rose, PictureSize.Phone,
            "بوابة من أوراق الورد المقصوصة، وغزال صغير في الضوء، طبقات من الورق الوردي"),
        new("sun-hotel", new DecoSun(), Palettes.Honey, PictureSize.Portrait,
            "Lobby mural of a grand hotel, 1927: a golden sun behind a rainbow of teal enamel, fountain scales, symmetrical to a hair, a "
            + "frame of brass lines")
        {
            Videos =
            [
                new(Motion.ZoomIn, "A slow zoom into the sun, brass lines glinting"),
                new(Motion.CycleHue, "Gold, rose, silver, gold"),
            ],
        },
        new("lido", new DecoSun(), Palettes.Lagoon, PictureSize.Square,
            "Poster for a lido on an imaginary coast, art deco, mint and coral, waves in rows like a choir"),
        new("ruby-theatre", new DecoSun(), Palettes.Rose, PictureSize.Portrait,
            null)
        {
            Videos =
            [
                new(Motion.Pulse, "Curtain of an art deco theatre in ruby and pink, house lights going down"),
                new(Motion.FadeInColour, "The curtain's colours come up with the orchestra"),
            ],
        },
        new("cobalt-desert", new RisographPrint(), Palettes.Cobalt, PictureSize.Portrait,
            "Three-colour risograph of a desert noon: orange sun, cobalt hills, halftone sky, slightly out of register, on unbleached paper")
        {
            Videos =
            [
                new(Motion.CycleHue, "As if printed again and again in other inks"),
            ],
        },
        new("pink-noon", new RisographPrint(), Palettes.Rose, PictureSize.Landscape,
            "Risograph postcard: pink hills, a green sun printed over them, dots coarse enough to count"),
        new("moss-arches", new RisographPrint(), Palettes.Moss, PictureSize.Square,
            "Poster for a festival of quiet music, arches and hills in moss green and orange, overprinted, grainy, two inks and a half")
        {
            Videos =
            [
                new(Motion.ZoomIn, Caption: "A minimalist poster with arches and a large sun."),
            ],
        },
    ];
}

using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Scenes with mountains, dunes and maps.</summary>
internal static class MountainScenes
{
    public static readonly IReadOnlyList<DemoScene> All =
    [
        new("seven-ridges", new MountainRidges(), Palettes.Dusk, PictureSize.Portrait,
            "Seven mountain ridges fading into peach-coloured haze, the sun just touching the farthest one, a few birds going home, calm "
            + "layered silhouettes, fine film grain")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Slow push-in towards the sun while the haze thickens between the ridges"),
                new(Motion.Pulse, "The light swells once, as if the evening took a breath"),
                new(Motion.FadeInColour, "Begin in grey and let the colours of the evening come in"),
            ],
        },
        new("firs-by-moon", new MountainRidges { Night = true, Firs = true }, Palettes.Midnight, PictureSize.Phone,
            "A full moon over an endless fir forest, blue on blue on blue, every ridge a little fainter than the one before, so quiet "
            + "that you can hear the snow settle")
        {
            Videos =
            [
                new(Motion.PanUp, "The camera rises from the tree tops to the moon"),
            ],
        },
        new("balloons-at-eight", new MountainRidges { Balloons = true, Sharpness = 0.25 }, Palettes.Clay, PictureSize.Landscape,
            "Hot-air balloons drifting over terracotta hills at eight in the morning, long soft shadows, travel-poster simplicity, "
            + "nobody in a hurry")
        {
            Videos =
            [
                new(Motion.PanRight, "Drift along the valley with the balloons"),
                new(Motion.ZoomIn, Caption: "The camera moves slowly towards a colourful hot-air balloon above rolling hills."),
                new(Motion.ZoomOut, "Pull back until the balloons are specks"),
                new(Motion.CycleHue, "Let the whole morning change its colour once and come back"),
            ],
        },
        new("green-silence", new MountainRidges { Firs = true }, Palettes.Moss, PictureSize.Portrait,
            "Ein stiller grüner Morgen über bewaldeten Höhenzügen, Nebel in jedem Tal, gemalt wie ein alter Holzschnitt in fünf Platten"),
        new("caravan", new Dunes { Caravan = true }, Palettes.Ochre, PictureSize.Portrait,
            "قافلة صغيرة تعبر قمة كثيب في ضوء المساء، رمال ذهبية وظلال طويلة وسماء هادئة")
        {
            Videos =
            [
                new(Motion.PanLeft, "القافلة تمضي ببطء والرمل يلمع تحت الشمس"),
            ],
        },
        new("rose-dunes", new Dunes(), Palettes.Rose, PictureSize.Square,
            null)
        {
            Videos =
            [
                new(Motion.ZoomIn, "Rose-coloured dunes at the hour when the wind stops: one crisp shadow edge, everything else soft"),
                new(Motion.Pulse, "The same dunes, the light going in and out like breathing"),
            ],
        },
        new("survey-of-nowhere", new Contours(), Palettes.Ochre, PictureSize.Portrait,
            "Topographic survey of a coast that does not exist, hand-tinted heights, hair-thin contour lines, every fifth one bold, a "
            + "cold blue bay, printed in 1911 and folded only once"),
        new("glacier-sheet", new Contours { Lines = 22 }, Palettes.Glacier, PictureSize.Landscape,
            "Map sheet of a glacier seen from above, contour lines like fingerprints in the ice, pale relief shading, rust-coloured water")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Zoom in as if the map were the land"),
            ],
        },
        new("needle-peaks", new MountainRidges { Night = true, Sharpness = 1 }, Palettes.Violet, PictureSize.Portrait,
            "Needle-sharp violet peaks under a heavy moon, stars like spilled salt, air so thin it rings")
        {
            Videos =
            [
                new(Motion.ZoomOut, "Draw back from the moon; more and more peaks come into view"),
                new(Motion.CycleHue, "Violet to green to violet"),
            ],
        },
        new("ember-dunes", new Dunes(), Palettes.Ember, PictureSize.Landscape,
            "Dunes glowing like embers after a day of fifty degrees, a pale disc of sun in dust, the horizon trembling"),
    ];
}

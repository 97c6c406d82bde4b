using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Scenes with seas, lakes and ponds.</summary>
internal static class WaterScenes
{
    public static readonly IReadOnlyList<DemoScene> All =
    [
        new("three-sails", new SeaGlitter { Sails = true }, Palettes.Lagoon, PictureSize.Portrait,
            "Three small boats with orange sails on a turquoise sea, the sun laid out on the water in a thousand pieces, seen from a "
            + "cliff, summer of no particular year")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Slow zoom towards the boats, glitter everywhere"),
                new(Motion.PanRight, "Pan along the horizon with the wind"),
                new(Motion.Pulse, Caption: "Sunlight sparkles on calm turquoise water while small sailing boats rest near the horizon."),
                new(Motion.ZoomOut, "Back away until the boats are three commas on a page"),
                new(Motion.CycleHue, "Noon becomes evening becomes noon"),
            ],
        },
        new("violet-tide", new SeaGlitter(), Palettes.Dusk, PictureSize.Square,
            "The last minute of a sunset on a violet sea, photographed on expired film, warm grain, a single path of light")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Slow push towards the sun"),
            ],
        },
        new("cold-coast", new SeaGlitter { Sails = true }, Palettes.Glacier, PictureSize.Landscape,
            "Une mer bleue, froide et presque lisse, deux voiliers qui rentrent avant la pluie, la lumière comme du papier calque"),
        new("golden-bay", new SeaGlitter(), Palettes.Honey, PictureSize.Phone,
            null)
        {
            Videos =
            [
                new(Motion.PanUp, "Golden hour over a bay like melted honey, the camera lifting off the water"),
                new(Motion.FadeInColour, "From black and white into gold"),
            ],
        },
        new("green-curtains", new AuroraLake(), Palettes.Polar, PictureSize.Portrait,
            "Green curtains of aurora folding over a black lake, firs along the shore like a torn edge, every star doubled in the water, "
            + "exposure of twelve seconds")
        {
            Videos =
            [
                new(Motion.CycleHue, "The aurora changes from green to violet and back"),
                new(Motion.PanUp, "Tilt from the reflection up into the light"),
                new(Motion.Pulse, "The curtains brighten and fade"),
                new(Motion.ZoomIn, Caption: "Bright green northern lights move over a still lake surrounded by dark trees."),
                new(Motion.PanRight, "Glide along the shore"),
                new(Motion.ZoomOut, "Draw back over the water"),
            ],
        },
        new("rose-aurora", new AuroraLake(), Palettes.Rose, PictureSize.Landscape,
            "A rare red aurora above a mountain lake, silence, frost on the camera")
        {
            Videos =
            [
                new(Motion.Pulse, "It flares up once and goes"),
            ],
        },
        new("violet-aurora", new AuroraLake(), Palettes.Violet, PictureSize.Phone,
            "ヴァイオレットのオーロラが静かな湖に映る、針葉樹の影、息が白くなるほど冷たい夜"),
        new("nine-koi", new KoiPond(), Palettes.Jade, PictureSize.Portrait,
            "Koi circling in a jade-green pond seen straight from above, lily pads at the edges, rings where a drop has fallen, flat "
            + "light like a woodblock print")
        {
            Videos =
            [
                new(Motion.ZoomIn, "鯉がゆっくりと円を描いて泳ぐ"),
                new(Motion.Pulse, "Light wanders over the water"),
                new(Motion.CycleHue, "The pond changes its mood"),
            ],
        },
        new("night-koi", new KoiPond(), Palettes.Midnight, PictureSize.Square,
            "池塘夜色：月光下的锦鲤，涟漪一圈一圈散开，睡莲合上了花瓣"),
        new("copper-pond", new KoiPond(), Palettes.Lagoon, PictureSize.Landscape,
            "Five copper koi and their shadows, a pond as clear as glass, morning after rain")
        {
            Videos =
            [
                new(Motion.PanLeft, Caption: "Orange and white koi swim in clear water among lily pads."),
            ],
        },
    ];
}

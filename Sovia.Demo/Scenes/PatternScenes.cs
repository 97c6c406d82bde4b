using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Scenes with glass, ink, cloth and currents.</summary>
internal static class PatternScenes
{
    public static readonly IReadOnlyList<DemoScene> All =
    [
        new("lagoon-glass", new StainedGlass(), Palettes.Lagoon, PictureSize.Portrait,
            "Stained glass the colour of shallow water, light breaking through from the upper left, orange panes like fish that got in "
            + "by mistake")
        {
            Videos =
            [
                new(Motion.Pulse, "The sun passes behind the window"),
                new(Motion.CycleHue, "Morning, noon and evening through the same glass"),
            ],
        },
        new("rose-window", new StainedGlass { Rose = true }, Palettes.Rose, PictureSize.Square,
            "A rose window that no cathedral has: twelve petals, rings of pink and plum, a little teal, lead lines drawn by a patient hand")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Slowly towards the heart of the rose"),
                new(Motion.CycleHue, "The light turns through the hours"),
                new(Motion.Pulse, Caption: "Light shines through a circular stained-glass window in pink and purple."),
            ],
        },
        new("cobalt-rose", new StainedGlass { Rose = true }, Palettes.Cobalt, PictureSize.Portrait,
            "Rosace gothique réinventée, bleu de cobalt et orange, lumière de février, poussière dans l'air"),
        new("ember-glass", new StainedGlass(), Palettes.Ember, PictureSize.Phone,
            "Window of a forge: panes from black to molten yellow, uneven old glass, bubbles and all"),
        new("blue-marble", new MarbledInk(), Palettes.Cobalt, PictureSize.Portrait,
            "Endpaper of a very old book: cobalt and white ink marbled on water, veins of copper, combed once and then left alone")
        {
            Videos =
            [
                new(Motion.CycleHue, "The ink is still wet and changes its mind"),
                new(Motion.ZoomIn, "Fall slowly into the pattern"),
            ],
        },
        new("jade-marble", new MarbledInk { Bands = 6 }, Palettes.Jade, PictureSize.Square,
            "水墨流纹：翡翠与象牙白，朱砂一线，像山谷也像烟"),
        new("rose-marble", new MarbledInk { Bands = 12 }, Palettes.Clay, PictureSize.Landscape,
            "Marbled paper in brick, apricot and cream, a thin line of teal, tight bands, the kind one finds inside a violin case"),
        new("highland-weave", new Textile(), Palettes.Clay, PictureSize.Portrait,
            "Handwoven blanket from a highland that is on no map: stepped diamonds in rust and teal, every thread visible, a mistake "
            + "left in on purpose")
        {
            Videos =
            [
                new(Motion.PanRight, "Stroke along the cloth from close by"),
            ],
        },
        new("river-weave", new Textile(), Palettes.Lagoon, PictureSize.Square,
            "Tejido andino imaginario, río turquesa y brasas naranjas, hilo por hilo, luz rasante"),
        new("night-weave", new Textile(), Palettes.Violet, PictureSize.Portrait,
            null)
        {
            Videos =
            [
                new(Motion.ZoomIn, "Macro of a violet and amber weaving, threads like ropes"),
                new(Motion.PanLeft, "And once along the border"),
            ],
        },
    ];
}

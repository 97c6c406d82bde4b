using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Glass, ink, cloth and currents.</summary>
internal static class Patterns
{
    public static readonly IReadOnlyList<Scene> All =
    [
        new("lagoon-glass", new StainedGlass(), Palettes.Lagoon, Shape.Tall,
            "Stained glass the colour of shallow water, light breaking through from the upper left, orange panes like fish that got in by mistake")
        {
            Clips =
            [
                new(Motion.Breath, "The sun passes behind the window"),
                new(Motion.Hues, "Morning, noon and evening through the same glass"),
            ],
        },
        new("rose-window", new StainedGlass { Rose = true }, Palettes.Rose, Shape.Square,
            "A rose window that no cathedral has: twelve petals, rings of pink and plum, a little teal, lead lines drawn by a patient hand")
        {
            Clips =
            [
                new(Motion.Near, "Slowly towards the heart of the rose"),
                new(Motion.Hues, "The light turns through the hours"),
                new(Motion.Breath, Caption: "Light shines through a circular stained-glass window in pink and purple."),
            ],
        },
        new("cobalt-rose", new StainedGlass { Rose = true }, Palettes.Cobalt, Shape.Tall,
            "Rosace gothique réinventée, bleu de cobalt et orange, lumière de février, poussière dans l'air"),
        new("ember-glass", new StainedGlass(), Palettes.Ember, Shape.Phone,
            "Window of a forge: panes from black to molten yellow, uneven old glass, bubbles and all"),
        new("blue-marble", new MarbledInk(), Palettes.Cobalt, Shape.Tall,
            "Endpaper of a very old book: cobalt and white ink marbled on water, veins of copper, combed once and then left alone")
        {
            Clips =
            [
                new(Motion.Hues, "The ink is still wet and changes its mind"),
                new(Motion.Near, "Fall slowly into the pattern"),
            ],
        },
        new("jade-marble", new MarbledInk { Bands = 6 }, Palettes.Jade, Shape.Square,
            "水墨流纹：翡翠与象牙白，朱砂一线，像山谷也像烟"),
        new("rose-marble", new MarbledInk { Bands = 12 }, Palettes.Clay, Shape.Wide,
            "Marbled paper in brick, apricot and cream, a thin line of teal, tight bands, the kind one finds inside a violin case"),
        new("highland-weave", new Textile(), Palettes.Clay, Shape.Tall,
            "Handwoven blanket from a highland that is on no map: stepped diamonds in rust and teal, every thread visible, a mistake left in on purpose")
        {
            Clips =
            [
                new(Motion.Right, "Stroke along the cloth from close by"),
            ],
        },
        new("river-weave", new Textile(), Palettes.Lagoon, Shape.Square,
            "Tejido andino imaginario, río turquesa y brasas naranjas, hilo por hilo, luz rasante"),
        new("night-weave", new Textile(), Palettes.Violet, Shape.Tall,
            null)
        {
            Clips =
            [
                new(Motion.Near, "Macro of a violet and amber weaving, threads like ropes"),
                new(Motion.Left, "And once along the border"),
            ],
        },
    ];
}

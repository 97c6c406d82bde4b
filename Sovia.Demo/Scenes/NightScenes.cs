using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Scenes with cities at night and distant planets.</summary>
internal static class NightScenes
{
    public static readonly IReadOnlyList<DemoScene> All =
    [
        new("rain-on-ninth", new NightCity(), Palettes.Violet, PictureSize.Portrait,
            "Rain on Ninth Street, half past two: lit windows like a punched card, lamps dissolving in the wet road, somebody still "
            + "awake on the eleventh floor")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Slow dolly down the wet street, rain falling across the lens"),
                new(Motion.Pulse, "The neon flickers, then steadies"),
                new(Motion.PanRight, "Track sideways past the windows"),
            ],
        },
        new("blue-towers", new NightCity(), Palettes.Midnight, PictureSize.Phone,
            "Blue towers, yellow windows, rain: a city that forgot to go to bed, cinematic, shallow focus")
        {
            Videos =
            [
                new(Motion.PanUp, "Tilt up the towers into the dark"),
            ],
        },
        new("ember-city", new NightCity(), Palettes.Ember, PictureSize.Landscape,
            null)
        {
            Videos =
            [
                new(Motion.PanLeft, "Warm city night after a storm, reflections like lava between the kerbs"),
            ],
        },
        new("harbour-lights", new NightCity(), Palettes.Lagoon, PictureSize.Square,
            "Harbour district at night in the rain, teal fog, coral-red signs, windows of ships and houses impossible to tell apart"),
        new("lilac-giant", new RingedPlanet(), Palettes.Violet, PictureSize.Portrait,
            "A lilac gas giant with hair-fine rings and four moons, amber dust drifting behind it, painted the way science magazines did "
            + "it in 1978")
        {
            Videos =
            [
                new(Motion.ZoomIn, "Approach the planet slowly"),
                new(Motion.ZoomOut, "Leave it behind"),
                new(Motion.CycleHue, "Its storms change colour"),
            ],
        },
        new("honey-world", new RingedPlanet(), Palettes.Honey, PictureSize.Square,
            "A honey-coloured world with banded storms, its rings nearly edge-on, long shadow on the cloud tops")
        {
            Videos =
            [
                new(Motion.Pulse, Caption: "A large planet with rings glows softly in front of a field of stars."),
            ],
        },
        new("jade-outpost", new RingedPlanet(), Palettes.Jade, PictureSize.Landscape,
            "Survey photograph of a jade planet, first light on the rings, taken from the ice of its third moon"),
        new("ice-world", new RingedPlanet(), Palettes.Glacier, PictureSize.Phone,
            "Ледяная планета с тонкими кольцами, далёкое холодное солнце, тишина между звёздами")
        {
            Videos =
            [
                new(Motion.PanRight, "Drift past the rings"),
            ],
        },
        new("tiny-roofs", new IsometricTown(), Palettes.Clay, PictureSize.Portrait,
            "An endless isometric town of clay-coloured houses, flat roofs, small trees in the courtyards, no street goes straight, "
            + "drawn with a ruler and a good mood")
        {
            Videos =
            [
                new(Motion.PanRight, "Glide diagonally over the roofs, nothing else moves"),
                new(Motion.ZoomIn, "Slowly closer, until one could knock at a window"),
            ],
        },
        new("lavender-blocks", new IsometricTown(), Palettes.Violet, PictureSize.Square,
            "Isometric housing estate in lavender and amber, evening, every third window lit, a toy one would like to live in"),
    ];
}

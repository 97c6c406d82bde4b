using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Cities after dark and worlds far away.</summary>
internal static class Nights
{
    public static readonly IReadOnlyList<Scene> All =
    [
        new("rain-on-ninth", new NightCity(), Palettes.Violet, Shape.Tall,
            "Rain on Ninth Street, half past two: lit windows like a punched card, lamps dissolving in the wet road, somebody still awake on the eleventh floor")
        {
            Clips =
            [
                new(Motion.Near, "Slow dolly down the wet street, rain falling across the lens"),
                new(Motion.Breath, "The neon flickers, then steadies"),
                new(Motion.Right, "Track sideways past the windows"),
            ],
        },
        new("blue-towers", new NightCity(), Palettes.Midnight, Shape.Phone,
            "Blue towers, yellow windows, rain: a city that forgot to go to bed, cinematic, shallow focus")
        {
            Clips =
            [
                new(Motion.Up, "Tilt up the towers into the dark"),
            ],
        },
        new("ember-city", new NightCity(), Palettes.Ember, Shape.Wide,
            null)
        {
            Clips =
            [
                new(Motion.Left, "Warm city night after a storm, reflections like lava between the kerbs"),
            ],
        },
        new("harbour-lights", new NightCity(), Palettes.Lagoon, Shape.Square,
            "Harbour district at night in the rain, teal fog, coral-red signs, windows of ships and houses impossible to tell apart"),
        new("lilac-giant", new RingedPlanet(), Palettes.Violet, Shape.Tall,
            "A lilac gas giant with hair-fine rings and four moons, amber dust drifting behind it, painted the way science magazines did it in 1978")
        {
            Clips =
            [
                new(Motion.Near, "Approach the planet slowly"),
                new(Motion.Away, "Leave it behind"),
                new(Motion.Hues, "Its storms change colour"),
            ],
        },
        new("honey-world", new RingedPlanet(), Palettes.Honey, Shape.Square,
            "A honey-coloured world with banded storms, its rings nearly edge-on, long shadow on the cloud tops")
        {
            Clips =
            [
                new(Motion.Breath, Caption: "A large planet with rings glows softly in front of a field of stars."),
            ],
        },
        new("jade-outpost", new RingedPlanet(), Palettes.Jade, Shape.Wide,
            "Survey photograph of a jade planet, first light on the rings, taken from the ice of its third moon"),
        new("ice-world", new RingedPlanet(), Palettes.Glacier, Shape.Phone,
            "Ледяная планета с тонкими кольцами, далёкое холодное солнце, тишина между звёздами")
        {
            Clips =
            [
                new(Motion.Right, "Drift past the rings"),
            ],
        },
        new("tiny-roofs", new IsoTown(), Palettes.Clay, Shape.Tall,
            "An endless isometric town of clay-coloured houses, flat roofs, small trees in the courtyards, no street goes straight, drawn with a ruler and a good mood")
        {
            Clips =
            [
                new(Motion.Right, "Glide diagonally over the roofs, nothing else moves"),
                new(Motion.Near, "Slowly closer, until one could knock at a window"),
            ],
        },
        new("lavender-blocks", new IsoTown(), Palettes.Violet, Shape.Square,
            "Isometric housing estate in lavender and amber, evening, every third window lit, a toy one would like to live in"),
    ];
}

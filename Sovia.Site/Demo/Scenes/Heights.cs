using Sovia.Demo.Art;
using Sovia.Demo.Art.Painters;

namespace Sovia.Demo.Scenes;

/// <summary>Mountains, dunes and maps of land.</summary>
internal static class Heights
{
    public static readonly IReadOnlyList<Scene> All =
    [
        new("seven-ridges", new Ridges(), Palettes.Dusk, Shape.Tall,
            "Seven mountain ridges fading into peach-coloured haze, the sun just touching the farthest one, a few birds going home, calm layered silhouettes, fine film grain")
        {
            Clips =
            [
                new(Motion.Near, "Slow push-in towards the sun while the haze thickens between the ridges"),
                new(Motion.Breath, "The light swells once, as if the evening took a breath"),
                new(Motion.Dawn, "Begin in grey and let the colours of the evening come in"),
            ],
        },
        new("firs-by-moon", new Ridges { Night = true, Firs = true }, Palettes.Midnight, Shape.Phone,
            "A full moon over an endless fir forest, blue on blue on blue, every ridge a little fainter than the one before, so quiet that you can hear the snow settle")
        {
            Clips =
            [
                new(Motion.Up, "The camera rises from the tree tops to the moon"),
            ],
        },
        new("balloons-at-eight", new Ridges { Balloons = true, Sharp = 0.25 }, Palettes.Clay, Shape.Wide,
            "Hot-air balloons drifting over terracotta hills at eight in the morning, long soft shadows, travel-poster simplicity, nobody in a hurry")
        {
            Clips =
            [
                new(Motion.Right, "Drift along the valley with the balloons"),
                new(Motion.Near, Caption: "The camera moves slowly towards a colourful hot-air balloon above rolling hills."),
                new(Motion.Away, "Pull back until the balloons are specks"),
                new(Motion.Hues, "Let the whole morning change its colour once and come back"),
            ],
        },
        new("green-silence", new Ridges { Firs = true }, Palettes.Moss, Shape.Tall,
            "Ein stiller grüner Morgen über bewaldeten Höhenzügen, Nebel in jedem Tal, gemalt wie ein alter Holzschnitt in fünf Platten"),
        new("caravan", new Dunes { Caravan = true }, Palettes.Ochre, Shape.Tall,
            "قافلة صغيرة تعبر قمة كثيب في ضوء المساء، رمال ذهبية وظلال طويلة وسماء هادئة")
        {
            Clips =
            [
                new(Motion.Left, "القافلة تمضي ببطء والرمل يلمع تحت الشمس"),
            ],
        },
        new("rose-dunes", new Dunes(), Palettes.Rose, Shape.Square,
            null)
        {
            Clips =
            [
                new(Motion.Near, "Rose-coloured dunes at the hour when the wind stops: one crisp shadow edge, everything else soft"),
                new(Motion.Breath, "The same dunes, the light going in and out like breathing"),
            ],
        },
        new("survey-of-nowhere", new Contours(), Palettes.Ochre, Shape.Tall,
            "Topographic survey of a coast that does not exist, hand-tinted heights, hair-thin contour lines, every fifth one bold, a cold blue bay, printed in 1911 and folded only once"),
        new("glacier-sheet", new Contours { Lines = 22 }, Palettes.Glacier, Shape.Wide,
            "Map sheet of a glacier seen from above, contour lines like fingerprints in the ice, pale relief shading, rust-coloured water")
        {
            Clips =
            [
                new(Motion.Near, "Zoom in as if the map were the land"),
            ],
        },
        new("needle-peaks", new Ridges { Night = true, Sharp = 1 }, Palettes.Violet, Shape.Tall,
            "Needle-sharp violet peaks under a heavy moon, stars like spilled salt, air so thin it rings")
        {
            Clips =
            [
                new(Motion.Away, "Draw back from the moon; more and more peaks come into view"),
                new(Motion.Hues, "Violet to green to violet"),
            ],
        },
        new("ember-dunes", new Dunes(), Palettes.Ember, Shape.Wide,
            "Dunes glowing like embers after a day of fifty degrees, a pale disc of sun in dust, the horizon trembling"),
    ];
}

namespace Sovia.Demo.Art;

/// <summary>
/// The facets of animals, in hundredths of the canvas, relative to its centre. The tone runs from dark (0) through the accent colour (1)
/// to light (2) and beyond (3). A mirrored facet is drawn on both sides.
/// </summary>
internal static class AnimalFacets
{
    public static IEnumerable<((double X, double Y)[] Points, double Tone, bool Mirrored)> ForAnimal(Animal animal) => (animal switch
    {
        Animal.Fox => Fox,
        Animal.Owl => Owl,
        _ => Whale,
    }).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseFacet);

    // Format: tone, m if mirrored, then points.
    private const string Fox = """
        0.55 m 10,-26 34,-62 40,-14
        0.15 m 17,-30 33,-54 36,-20
        0.9 m 10,-26 34,-62 14,-34
        1 m 0,-30 10,-26 8,-8
        1.15 m 0,-30 8,-8 0,-4
        0.85 m 10,-26 24,-18 8,-8
        0.95 m 24,-18 40,-14 30,2
        0.75 m 24,-18 30,2 18,-2
        1.05 m 8,-8 24,-18 18,-2
        1.2 m 0,-4 8,-8 6,12
        0.9 m 8,-8 18,-2 6,12
        2.2 m 40,-14 46,10 30,2
        2.5 m 30,2 46,10 28,22
        2.1 m 18,-2 30,2 28,22
        2.75 m 18,-2 28,22 14,26
        2.3 m 18,-2 14,26 6,12
        2.6 m 28,22 14,26 18,36
        0.9 m 0,-4 6,12 0,26
        2.9 m 6,12 14,26 5,34
        1.4 m 6,12 5,34 0,26
        2.2 m 14,26 18,36 6,42
        2.6 m 5,34 14,26 6,42
        0.02 m 0,30 6,32 0,40
        0.12 m 6,32 5,38 0,40
        2.0 m 0,40 5,38 6,42
        2.3 m 0,40 6,42 0,47
        0.0 m 9,-3 17,-6 14,1
        3 m 12,-4 14,-5 13.4,-3
        """;

    private const string Owl = """
        0.5 m 0,-40 14,-38 26,-52
        0.75 m 14,-38 26,-52 30,-30
        0.9 m 0,-40 14,-38 0,-24
        0.65 m 14,-38 30,-30 22,-14
        2.4 m 14,-38 4,-24 0,-24
        2.7 m 14,-38 22,-14 20,-28
        2.5 m 4,-24 14,-38 20,-28
        2.2 m 20,-28 22,-14 13,-8
        2.9 m 4,-24 20,-28 13,-8
        2.3 m 0,-24 4,-24 0,-8
        2.6 m 4,-24 13,-8 0,-8
        0.05 m 7,-26 17,-26 12,-16
        0.05 m 7,-22 17,-22 12,-30
        3 m 10,-26 13,-26 11.5,-23
        1.5 m 0,-18 4,-14 0,-4
        0.8 m 30,-30 36,0 22,-14
        0.45 m 36,0 22,-14 30,30
        0.6 m 36,0 30,30 38,26
        0.3 m 22,-14 18,14 30,30
        1.05 m 0,-8 13,-8 9,8
        1.3 m 0,-8 9,8 0,10
        0.95 m 13,-8 22,-14 18,14
        1.2 m 13,-8 18,14 9,8
        1.1 m 9,8 18,14 11,26
        1.45 m 0,10 9,8 11,26
        1.25 m 0,10 11,26 0,30
        0.9 m 18,14 30,30 17,38
        1.05 m 11,26 18,14 17,38
        1.3 m 0,30 11,26 9,44
        1.1 m 11,26 17,38 9,44
        1 m 0,30 9,44 0,48
        0.5 m 17,38 30,30 22,48
        0.35 m 9,44 17,38 22,48
        2.0 m 4,45 9,44 7,51
        """;

    private const string Whale = """
        0.5 s -48,-2 -34,-18 -30,0
        0.65 s -34,-18 -14,-24 -30,0
        0.75 s -14,-24 -10,-2 -30,0
        0.9 s -14,-24 8,-22 -10,-2
        0.8 s 8,-22 10,-2 -10,-2
        0.7 s 8,-22 26,-12 10,-2
        0.6 s 26,-12 28,2 10,-2
        0.5 s 26,-12 40,-4 28,2
        0.42 s 40,-4 38,4 28,2
        0.55 s 40,-4 50,-16 38,4
        0.75 s 50,-16 62,-24 46,-4
        0.5 s 50,-16 46,-26 40,-30
        0.65 s 50,-16 62,-24 54,-28
        2.3 s -48,-2 -30,0 -40,12
        2.6 s -30,0 -26,16 -40,12
        2.2 s -30,0 -10,-2 -26,16
        2.8 s -10,-2 -8,18 -26,16
        2.4 s -10,-2 10,-2 -8,18
        2.1 s 10,-2 12,14 -8,18
        1.9 s 10,-2 28,2 12,14
        1.5 s 28,2 38,4 12,14
        0.4 s -16,6 -4,8 -6,32
        0.25 s -4,8 2,12 -6,32
        0.0 s -35,-3 -32,-5 -31,-1
        2.9 s -24,-34 -21,-26 -20,-36
        2.6 s -16,-40 -20,-28 -13,-34
        """;

    private static ((double X, double Y)[] Points, double Tone, bool Mirrored) ParseFacet(string line)
    {
        double Parse(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var parts = line.Trim().Split(' ');
        return ([.. parts[2..].Select(point => point.Split(',')).Select(point => (Parse(point[0]), Parse(point[1])))], Parse(parts[0]),
            parts[1] == "m");
    }
}

using NetVips;

namespace Sovia.Bench.Media;

/// <summary>Pictures of 1024 x 1536, as hard to pack as a picture can be made.</summary>
internal static class Sheets
{
    public const int Width = 1024;
    public const int Height = 1536;

    /// <summary>How much there is to see in them, by name: a drawing, a photograph, a screen without a signal.</summary>
    public static IReadOnlyList<(string Name, double Detail, double Grain)> Kinds { get; } =
        [("smooth", 0, 0), ("detailed", 16, 4), ("noisy", 0, 60)];

    /// <summary>A photograph among them.</summary>
    public static (string Name, double Detail, double Grain) Usual => Kinds[1];

    /// <summary>Writes a picture unlike any of another seed.</summary>
    public static string Write(string path, (string Name, double Detail, double Grain) kind, int seed)
    {
        using var place = Image.Xyz(Width, Height);
        using var waves = ((place[0] / (40 + seed % 17)).Math(Enums.OperationMath.Sin)
            + (place[1] / (55 + seed % 23)).Math(Enums.OperationMath.Cos)) * 50;
        using var detail = Noise(kind.Detail, 4, seed) + Noise(kind.Detail, 16, seed + 1);
        using var colours = waves + detail + place[0] * 0.08 + 60;
        using var all = colours.Bandjoin(waves + detail * 0.7 + place[1] * 0.06 + 60, colours - waves + 40 + seed);
        using var grain = Noise(kind.Grain, 1, seed);
        using var grained = (all + grain.Bandjoin(grain.Rot180(), grain.Flip(Enums.Direction.Horizontal))).Cast(Enums.BandFormat.Uchar);
        using var finished = grained.Copy(interpretation: Enums.Interpretation.Srgb);
        finished.Pngsave(path);
        return path;
    }

    // Specks of so many pixels.
    private static Image Noise(double strength, int size, int seed)
    {
        using var specks = Image.Gaussnoise(Width / size, Height / size, sigma: Math.Max(strength, 0.01), mean: 0, seed: seed);
        return specks.Resize(size);
    }
}

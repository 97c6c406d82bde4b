namespace Sovia.Demo.Art;

/// <summary>Gradient noise over a plane, for hills, clouds and currents.</summary>
/// <param name="seed">The seed.</param>
internal sealed class GradientNoise(ulong seed)
{
    private readonly uint salt = (uint)(seed ^ (seed >> 32));

    /// <summary>Returns the noise at a point: about -1 to 1, changing over distances of 1.</summary>
    public double Sample(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (u, v) = (x - left, y - top);
        var (su, sv) = (Fade(u), Fade(v));
        var upper = Mix(GetSlope(left, top, u, v), GetSlope(left + 1, top, u - 1, v), su);
        var lower = Mix(GetSlope(left, top + 1, u, v - 1), GetSlope(left + 1, top + 1, u - 1, v - 1), su);
        return Mix(upper, lower, sv) * 1.41;
    }

    /// <summary>Returns the sum of several octaves, each finer and weaker than the one before.</summary>
    public double SampleOctaves(double x, double y, int layers, double fading = 0.5)
    {
        double sum = 0, weight = 1, total = 0;
        for (var i = 0; i < layers; i++)
        {
            sum += Sample(x, y) * weight;
            total += weight;
            weight *= fading;
            (x, y) = ((x * 2.03) + 17.7, (y * 2.03) - 9.2);
        }
        return sum / total;
    }

    private double GetSlope(int x, int y, double dx, double dy)
    {
        var hash = unchecked(((uint)x * 0x8DA6B343) ^ ((uint)y * 0xD8163841) ^ (salt * 0xCB1AB31F));
        hash = unchecked((hash ^ (hash >> 13)) * 0x5BD1E995);
        hash ^= hash >> 15;
        return (hash & 7) switch
        {
            0 => dx + dy,
            1 => dx - dy,
            2 => dy - dx,
            3 => -dx - dy,
            4 => dx * 1.41,
            5 => dx * -1.41,
            6 => dy * 1.41,
            _ => dy * -1.41,
        };
    }

    private static double Fade(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    private static double Mix(double a, double b, double t) => a + ((b - a) * t);
}

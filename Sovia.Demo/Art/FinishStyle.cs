namespace Sovia.Demo.Art;

/// <summary>The post-processing of a drawing.</summary>
/// <param name="Bloom">The glow of bright areas, from 0 to 1.</param>
/// <param name="Vignette">The darkening of the corners, from 0 to 1.</param>
/// <param name="Grain">The strength of the grain, from 0 to 1.</param>
internal sealed record FinishStyle(double Bloom, double Vignette, double Grain)
{
    /// <summary>Looks like a photograph at night.</summary>
    public static readonly FinishStyle Film = new(0.35, 0.45, 0.16);

    /// <summary>Looks like a print.</summary>
    public static readonly FinishStyle Print = new(0, 0.08, 0.2);
}

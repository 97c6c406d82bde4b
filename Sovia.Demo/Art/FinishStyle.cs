namespace Sovia.Demo.Art;

/// <summary>How a drawing is finished.</summary>
/// <param name="Bloom">How far bright parts spill over, from 0 to 1.</param>
/// <param name="Vignette">How much darker the corners are, from 0 to 1.</param>
/// <param name="Grain">How coarse it is, from 0 to 1.</param>
internal sealed record FinishStyle(double Bloom, double Vignette, double Grain)
{
    /// <summary>As if photographed at night.</summary>
    public static readonly FinishStyle Film = new(0.35, 0.45, 0.16);

    /// <summary>As if printed.</summary>
    public static readonly FinishStyle Print = new(0, 0.08, 0.2);
}

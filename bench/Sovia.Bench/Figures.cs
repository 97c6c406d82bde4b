namespace Sovia.Bench;

/// <summary>What one way of driving came to.</summary>
/// <param name="P50">Half of the answers came within so many ms.</param>
/// <param name="P95">All but one in twenty did.</param>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Count">Answers in all.</param>
internal sealed record Figures(double P50, double P95, double PerSecond, int Count);

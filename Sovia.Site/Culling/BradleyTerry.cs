using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Sovia.Culling;

/// <summary>
/// Estimates the strengths of items from pairwise comparisons (Bradley-Terry model): the log odds that one item wins are the difference
/// of the two strengths. A normal prior keeps the strength of an item that always won finite.
/// </summary>
public sealed class BradleyTerry
{
    // The precision of the prior: each item starts as if it had been compared once, with an even result.
    private const double PriorPrecision = 0.25;

    private const int MaxSteps = 100;

    private const double Tolerance = 1e-9, MaxStepLength = 2;

    private readonly Vector<double> strengths;
    private readonly Matrix<double> covariance;

    private BradleyTerry(Vector<double> strengths, Matrix<double> covariance) =>
        (this.strengths, this.covariance) = (strengths, covariance);

    /// <summary>Fits the strengths by Newton's method. The likelihood is concave, so it has one maximum.</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="comparisons">The comparisons by index, with a score of 1 if the first won, 0 if the second did and 0.5 for a
    /// tie.</param>
    public static BradleyTerry Fit(int count, IReadOnlyCollection<(int First, int Second, double Score)> comparisons)
    {
        var strengths = Vector<double>.Build.Dense(count);
        for (var remainingSteps = MaxSteps; ; remainingSteps--)
        {
            var gradient = -PriorPrecision * strengths;
            var information = Matrix<double>.Build.DenseDiagonal(count, PriorPrecision);
            foreach (var (first, second, score) in comparisons)
            {
                var expected = SpecialFunctions.Logistic(strengths[first] - strengths[second]);
                gradient[first] += score - expected;
                gradient[second] -= score - expected;
                var weight = expected * (1 - expected);
                information[first, first] += weight;
                information[second, second] += weight;
                information[first, second] -= weight;
                information[second, first] -= weight;
            }
            var factors = information.Cholesky();
            var step = factors.Solve(gradient);
            var length = step.AbsoluteMaximum();
            if (remainingSteps == 0 || length < Tolerance)
                return new(strengths, factors.Solve(Matrix<double>.Build.DenseIdentity(count)));
            strengths += length > MaxStepLength ? step * (MaxStepLength / length) : step;
        }
    }

    /// <summary>Returns the strength of an item; 0 is average.</summary>
    public double GetStrength(int item) => strengths[item];

    /// <summary>
    /// Returns the expected information of a comparison of two items: high if its result is open and their strengths are uncertain.
    /// </summary>
    public double GetInformation(int first, int second)
    {
        var expected = SpecialFunctions.Logistic(strengths[first] - strengths[second]);
        return expected * (1 - expected) * (covariance[first, first] + covariance[second, second] - (2 * covariance[first, second]));
    }
}

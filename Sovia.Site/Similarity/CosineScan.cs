using System.Numerics;
using System.Runtime.InteropServices;

namespace Sovia.Similarity;

/// <summary>Finds the few families with a high cosine among all families of an index.</summary>
internal static class CosineScan
{
    /// <summary>Returns the next family whose cosine exceeds a threshold.</summary>
    /// <param name="sums">The sum of the weighted products of each family.</param>
    /// <param name="inverseNorms">The inverse norm of each family.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="start">The number of the family at which to start.</param>
    /// <returns>The family's number; the number of families if there is no further one.</returns>
    public static int FindNext<T>(ReadOnlySpan<T> sums, ReadOnlySpan<T> inverseNorms, T threshold, int start) where T : struct, INumber<T>
    {
        var width = Vector<T>.Count;
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var norm = ref MemoryMarshal.GetReference(inverseNorms);
        var thresholds = new Vector<T>(threshold);
        var i = start;
        // Four vectors at a time, because the branch costs more than the arithmetic.
        for (; i <= sums.Length - (4 * width); i += 4 * width)
        {
            var isAbove = IsAbove(ref sum, ref norm, i, thresholds) | IsAbove(ref sum, ref norm, i + width, thresholds)
                | IsAbove(ref sum, ref norm, i + (2 * width), thresholds) | IsAbove(ref sum, ref norm, i + (3 * width), thresholds);
            if (isAbove == Vector<T>.Zero) continue;
            while (sums[i] * inverseNorms[i] <= threshold) i++;
            return i;
        }
        while (i < sums.Length && sums[i] * inverseNorms[i] <= threshold) i++;
        return i;
    }

    private static Vector<T> IsAbove<T>(ref T sum, ref T norm, int i, Vector<T> thresholds) where T : struct, INumber<T> =>
        Vector.GreaterThan(Vector.LoadUnsafe(ref sum, (nuint)i) * Vector.LoadUnsafe(ref norm, (nuint)i), thresholds);
}

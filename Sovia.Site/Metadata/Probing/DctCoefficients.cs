namespace Sovia.Metadata.Probing;

/// <summary>The lowest DCT coefficients of one channel of an image.</summary>
/// <param name="Mean">The constant (DC) term.</param>
/// <param name="Terms">The other (AC) terms, row by row, normalised to 0 to 1, where 0.5 is zero.</param>
/// <param name="Scale">The largest absolute value of the AC terms.</param>
internal sealed record DctCoefficients(double Mean, double[] Terms, double Scale)
{
    /// <summary>Computes the terms in the triangle below the diagonal from <paramref name="across"/> to <paramref name="down"/>.</summary>
    public static DctCoefficients Compute(double[] plane, int width, int height, int across, int down)
    {
        // Transforms the rows first, then the columns of the result.
        var rowTerms = new double[across, height];
        for (var term = 0; term < across; term++)
        {
            var cosines = ComputeCosines(term, width);
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                    rowTerms[term, y] += plane[x + y * width] * cosines[x];
        }

        List<double> terms = [];
        for (var v = 0; v < down; v++)
        {
            var cosines = ComputeCosines(v, height);
            for (var u = 0; u * down < across * (down - v); u++)
            {
                var sum = 0.0;
                for (var y = 0; y < height; y++) sum += rowTerms[u, y] * cosines[y];
                terms.Add(sum / (width * height));
            }
        }

        var acTerms = terms.Skip(1).ToArray();
        var scale = acTerms.Select(Math.Abs).Append(0).Max();

        // Smaller values are rounding noise, which dividing by them would amplify.
        if (scale < 1e-9) return new(terms[0], new double[acTerms.Length], 0);
        return new(terms[0], Array.ConvertAll(acTerms, term => 0.5 + 0.5 / scale * term), scale);
    }

    private static double[] ComputeCosines(int term, int length)
    {
        var cosines = new double[length];
        for (var i = 0; i < length; i++) cosines[i] = Math.Cos(Math.PI / length * term * (i + 0.5));
        return cosines;
    }
}

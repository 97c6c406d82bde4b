using NetVips;

namespace Sovia.Demo.Art.Painters;

/// <summary>Draws a woven cloth thread by thread: symmetrical stepped diamonds and bands.</summary>
internal sealed class Textile : IPainter
{
    private const int Columns = 104;

    public FinishStyle FinishStyle => FinishStyle.Print with { Grain = 0.32, Vignette = 0.2 };

    public Image Paint(PaintContext paintContext)
    {
        var (seededRandom, colours) = (paintContext.CreateRandom(), paintContext.Palette);
        var thread = paintContext.Width / (double)Columns;
        var rows = (int)Math.Ceiling(paintContext.Height / thread);
        Colour[] yarns = [colours.Deep, colours.Shade, colours.Mid, colours.Light, colours.Glow, colours.Accent];
        var cloth = Weave(seededRandom, rows, yarns.Length);
        var pixels = new byte[paintContext.Width * paintContext.Height * 3];
        var shades = yarns.Select(yarn => Enumerable.Range(0, 32).Select(i => yarn.Lighten((i - 22) * 0.0085).ToRgb()).ToArray()).ToArray();
        var noise = new GradientNoise(paintContext.Seed);
        Parallel.For(0, paintContext.Height, y =>
        {
            for (var x = 0; x < paintContext.Width; x++)
            {
                var (u, v) = (x / thread, y / thread);
                var (column, row) = ((int)u, (int)v);
                var isOver = (column + row) % 2 == 0;
                // Shades each thread as round: bright along its middle, dark where it passes under the next.
                var (along, aside) = isOver ? (u - column, v - row) : (v - row, u - column);
                var roundness = 1 - Math.Pow(Math.Abs(aside - 0.5) * 2, 2.2);
                var dip = 1 - (Math.Pow(Math.Abs(along - 0.5) * 2, 4) * 0.45);
                var wear = 1 + (noise.Sample(u * 0.11, v * 2.3) * 0.09);
                var shade = shades[cloth[Math.Min(row, rows - 1), Math.Min(column, Columns - 1)]];
                var (r, g, b) = shade[Math.Clamp((int)(30 * roundness * dip * wear), 0, 31)];
                var offset = ((y * paintContext.Width) + x) * 3;
                (pixels[offset], pixels[offset + 1], pixels[offset + 2]) = (r, g, b);
            }
        });
        return Image.NewFromMemory(pixels, paintContext.Width, paintContext.Height, 3, Enums.BandFormat.Uchar);
    }

    private static int[,] Weave(SeededRandom seededRandom, int rows, int yarns)
    {
        var cloth = new int[rows, Columns];
        var row = -seededRandom.NextInt(0, 9);
        while (row < rows)
        {
            var (height, ground, figure, rim) = (seededRandom.Pick(23, 31, 39, 47), seededRandom.NextInt(0, 1),
                seededRandom.NextInt(2, yarns - 1), seededRandom.NextInt(2, yarns - 1));
            WeaveBand(cloth, row, height, (seededRandom.Pick(26, 34, 52), seededRandom.NextInt(0, 3), seededRandom.Pick(1, 2, 3)),
                (ground, figure, rim == figure ? (figure + 1) % yarns : rim));
            row += height;
            for (var stripe = seededRandom.NextInt(2, 4); stripe > 0; stripe--)
            {
                var (thickness, yarn) = (seededRandom.NextInt(1, 4), seededRandom.NextInt(0, yarns - 1));
                for (var r = row; r < row + thickness; r++) FillRow(cloth, r, yarn);
                row += thickness;
            }
        }
        return cloth;
    }

    private static void WeaveBand(int[,] cloth, int top, int height, (int Width, int Kind, int Step) shape,
        (int Ground, int Figure, int Rim) yarn)
    {
        for (var r = 0; r < height; r++)
            for (var c = 0; c < Columns; c++)
            {
                if (top + r < 0 || top + r >= cloth.GetLength(0)) continue;
                var (x, y) = (Math.Abs((c % shape.Width) - (shape.Width / 2)), Math.Abs(r - (height / 2)));
                var reach = (x / shape.Step * shape.Step) + (y / shape.Step * shape.Step);
                var size = Math.Min(shape.Width, height) / 2;
                var isInside = shape.Kind switch
                {
                    0 => reach < size - 2,
                    1 => reach < size - 2 && reach % 6 < 3,
                    2 => Math.Abs(x - y) < 3 || (reach < size / 2),
                    _ => (c + (y / 2)) % 12 < 6 != (r % 8 < 4),
                };
                var isRim = shape.Kind < 2 && reach >= size - 2 && reach < size + 2;
                var isHeart = shape.Kind < 3 && reach < size / 4;
                cloth[top + r, c] = isHeart || isRim ? yarn.Rim : isInside ? yarn.Figure : yarn.Ground;
            }
    }

    private static void FillRow(int[,] cloth, int row, int yarn)
    {
        for (var c = 0; c < Columns && row >= 0 && row < cloth.GetLength(0); c++) cloth[row, c] = yarn;
    }
}

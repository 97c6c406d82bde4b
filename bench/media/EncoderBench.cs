using NetVips;

namespace Sovia.Bench.Media;

/// <summary>Where the time of a thumbnail goes, and what each effort of the WebP encoder costs and saves.</summary>
internal static class EncoderBench
{
    private const int Rounds = 40;

    public static void Run()
    {
        OneCore.Keep();
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Console.WriteLine($"| picture | step | KB | error | {Figures.ColumnsOfWork}\n|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var kind in Sheets.Kinds)
        {
            using var work = new WorkFolder();
            var png = File.ReadAllBytes(Sheets.Write(work.PathOf("a.png"), kind, 3));
            Console.WriteLine(Time(() => Decode(png)).RowOfWork(kind.Name, "decode", png.Length / 1024, ""));
            Console.WriteLine(Time(() => Shrink(png).Dispose()).RowOfWork(kind.Name, "decode and shrink", "", ""));
            using var small = Shrink(png);
            foreach (var effort in Enumerable.Range(0, 5))
            {
                var webp = small.WebpsaveBuffer(q: 80, effort: effort, keep: Enums.ForeignKeep.None);
                Console.WriteLine(Time(() => small.WebpsaveBuffer(q: 80, effort: effort, keep: Enums.ForeignKeep.None))
                    .RowOfWork(kind.Name, $"encode, effort {effort}", Figures.Number(webp.Length / 1024.0),
                        Figures.Number(Error(small, webp))));
            }
        }
    }

    private static Figures Time(Action work)
    {
        for (var warm = 0; warm < 5; warm++) work();
        var figures = new Figures();
        for (var round = 0; round < Rounds; round++) figures.Take(work);
        return figures;
    }

    private static void Decode(byte[] png)
    {
        using var image = Image.NewFromBuffer(png, access: Enums.Access.Sequential);
        image.WriteToMemory<byte>();
    }

    private static Image Shrink(byte[] png)
    {
        using var small = Image.ThumbnailBuffer(png, 512, height: 8192, size: Enums.Size.Down);
        return small.CopyMemory();
    }

    // The root of the mean square, of 255.
    private static double Error(Image small, byte[] webp)
    {
        using var decoded = Image.NewFromBuffer(webp);
        using var difference = small.Cast(Enums.BandFormat.Float) - decoded.ExtractBand(0, n: 3).Cast(Enums.BandFormat.Float);
        using var square = difference * difference;
        return Math.Sqrt(square.Avg());
    }
}

using System.Globalization;
using Sovia.Bench.Media;

switch (args)
{
    case ["thumbnails", .. var quantities]:
        await ThumbnailBench.RunAsync([.. quantities.Select(count => int.Parse(count, CultureInfo.InvariantCulture)).DefaultIfEmpty(100)]);
        return 0;
    case ["encoder"]:
        EncoderBench.Run();
        return 0;
    case ["http"]:
        await HttpBench.RunAsync();
        return 0;
    case ["rescan", .. var files]:
        await RescanBench.RunAsync(files is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000);
        return 0;
    case ["hashes", .. var hashes]:
        HashBench.Run(hashes is [var quantity] ? int.Parse(quantity, CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case ["queue", .. var posts]:
        await QueueBench.RunAsync(posts is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 100_000);
        return 0;
    default:
        Console.Error.WriteLine("thumbnails [QUANTITY...] | encoder | http | rescan [FILES] | hashes [COUNT] | queue [POSTS]");
        return 2;
}

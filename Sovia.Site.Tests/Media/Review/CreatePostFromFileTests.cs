using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Metadata;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Review;

public sealed class CreatePostFromFileTests(SoviaHost host) : ScanTest(host)
{
    private static readonly DateTime Written = new(2025, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    [Theory]
    [InlineData("2024:09:25 10:00:00", "2024-09-25T10:00:00Z")]
    [InlineData("2024-09-25T10:00:00.25Z", "2024-09-25T10:00:00.25Z")]
    [InlineData("2024-09-25 12:00:00 +02:00", "2024-09-25T10:00:00Z")]
    // The day and the month could change places, and a time of day is no date: the time of the file is taken.
    [InlineData("03/04/2024", null)]
    [InlineData("12:30", null)]
    [InlineData("soon", null)]
    public async Task the_time_that_a_file_states_is_read_and_never_guessed(string stated, string? read)
    {
        Write("nobodys.png", PngFile.WithText("parameters",
            $"a stork\nSteps: 20, Sampler: Euler, Seed: 8, Size: 2x3, Created Date: {stated}"));
        File.SetLastWriteTimeUtc(GetPath("nobodys.png"), Written);
        await ScanAsync();
        var id = await Services.GetRequiredService<CreatePostFromFile>()
            .RunAsync(Assert.Single(await LoadAllAsync<MediaFile>()).Id, default);
        Assert.Equal(read is null ? Written : DateTimeOffset.Parse(read, CultureInfo.InvariantCulture),
            (await LoadPostAsync(id!.Value)).CreatedAt);
    }
}

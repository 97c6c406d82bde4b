using Sovia.Library;
using Sovia.Media;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Matching;

/// <summary>
/// Every naming scheme that is known, as real files in one media root. Each row has a still and a clip made from it of its
/// own: {S} and {C} are their ids, {s8} and {c8} the first digits, {SN} the still's without dashes, {U} the user's.
/// </summary>
public sealed class SchemeTests(SoviaHost host) : ScanTest(host)
{
    private static readonly (string Path, char Post, string Method)[] Named =
    [
        ("grok-image-{S}.jpg", 'S', "uuid-in-name"),
        ("grok-image-{S} (2).png", 'S', "uuid-in-name"),
        ("grok-video-{C}.mp4", 'C', "uuid-in-name"),
        ("grok-video-{S} (1).mp4", 'C', "only-child"),
        ("{S}.jpg", 'S', "uuid-in-name"),
        ("{C}.mp4", 'C', "uuid-in-name"),
        ("images/{S}.png", 'S', "uuid-in-name"),
        ("{S} - Copy.jpg", 'S', "uuid-in-name"),
        ("{SN}.jpg", 'S', "uuid-in-name"),
        ("{S}/content", 'S', "uuid-in-folder"),
        ("{S}/image.jpg", 'S', "uuid-in-folder"),
        ("{S}/image (3).jpg", 'S', "uuid-in-folder"),
        ("{C}/generated_video.mp4", 'C', "uuid-in-folder"),
        ("{C}/generated_video_hd.mp4", 'C', "uuid-in-folder"),
        ("users-{U}-generated-{C}-generated_video_hd.mp4", 'C', "uuid-in-name"),
        ("2025-10-18T09-30-00_{C}_imagine_w_1_a quiet harbour.mp4", 'C', "uuid-in-name"),
        ("2025-10-18_09-30-00_{S}_a quiet harbour.jpg", 'S', "uuid-in-name"),
        ("{S}.jpeg", 'S', "uuid-in-name"),
        ("grok-favorites/2025-10-18_0930_{s8}_imagine_h_1_a quiet harbour.jpg", 'S', "id-prefix"),
        ("harbours_{s8}_imagine_h_1_a quiet harbour.jpg", 'S', "id-prefix"),
        ("grok_downloads/{u8}/{s8}/parent.png", 'S', "id-prefix"),
        ("grok_downloads/{u8}/{s8}/child_01_{c8}.mp4", 'C', "id-prefix"),
        ("grok-{S}.jpg", 'S', "uuid-in-name"),
        ("Grok_{S}.jpg", 'S', "uuid-in-name"),
        ("{S}_video_1_HD.mp4", 'C', "only-child"),
        ("{S}_video_1.mp4", 'C', "only-child"),
        ("grok-imagine/{S}.mp4", 'C', "only-child"),
        ("grok-imagine/{S}-HD.mp4", 'C', "only-child"),
        ("{S}-media-0123456789ab.jpg", 'S', "uuid-in-name"),
        ("20251018_093000_a-quiet-harbour_{s8}.jpg", 'S', "id-prefix"),
        ("20251018_093000_upload_{s8}.jpg", 'S', "id-prefix"),
        ("prod-mc-asset-server/{S}/content", 'S', "uuid-in-folder"),
        ("ttl/30d/export_data/{U}/prod-mc-asset-server/{S}/content 2", 'S', "uuid-in-folder"),
        ("https_/assets.grok.com/users/{U}/{S}/content", 'S', "address"),
        ("https_/assets.grok.com/users/{U}/generated/{C}/generated_video.mp4", 'C', "address"),
        ("https_/imagine-public.x.ai/imagine-public/share-videos/{C}.mp4", 'C', "address"),
        ("deep/down/https_/imagine-public.x.ai/imagine-public/images/{S}.jpg", 'S', "address"),
        ("{at}_a_quiet_harbour.jpg", 'S', "time-and-words"),
        ("gallery/5d813cbb-47fb-42ba-91df-831e1593ac29_20251018_093000/{S}.jpg", 'S', "uuid-in-name"),
    ];

    private static readonly (string Path, char Post, FileRole Role)[] Accompanying =
    [
        ("{S}_thumbnail.jpg", 'S', FileRole.Thumbnail),
        ("{C}_thumbnail.jpg", 'C', FileRole.Thumbnail),
        ("{C}/preview_image.jpg", 'C', FileRole.Thumbnail),
        ("{S}-thumbnail-0123456789ab.jpg", 'S', FileRole.Thumbnail),
        ("{S}-source-0123456789ab.jpg", 'S', FileRole.Source),
        ("{C}.jpg", 'C', FileRole.Thumbnail),
    ];

    private static readonly string[] Nobodys =
    [
        "content",
        "image (2).jpg",
        "grok-favorites/2025-10-18_09-30-00/3-video.mp4",
        "grok_2025-10-18T09-30-00_001_some words.jpg",
        "mine_20251018_093000_some words.jpg",
        "grok-imagine-1760779800000.jpg",
        "{U}.jpg",
        "{SN}{SN}.jpg",
        // An account's id is never a post's, even where an earlier version took it for one.
        "users/{S}/image.jpg", "users/{S}/generated/aB3dE5gH7jK9mN1p/image.jpg", "users-{S}-generated-aB3dE5gH7jK9mN1p-image.jpg",
        "https_/assets.grok.com/users/{S}/generated/aB3dE5gH7jK9mN1p/image.jpg",
        "https_/assets.grok.com/users/{S}/FFabcd1234EFGH56-image-1.webp",
        "conversations/{S}/image.jpg", "{S}-profile-picture.webp",
    ];

    [Fact]
    public async Task each_file_is_served_for_the_post_its_name_means()
    {
        var rows = Named.Select((row, at) => (row.Path, row.Post, row.Method, Family: new Pair(at),
            Bytes: row.Path.EndsWith(".mp4", StringComparison.Ordinal) ? TestMedia.Mp4() : TestMedia.Jpeg())).ToList();
        await StoreAsync([.. rows.SelectMany(row => row.Family.Posts)]);
        for (var at = 0; at < rows.Count; at++) Write($"{at}/{rows[at].Family.Fill(rows[at].Path)}", rows[at].Bytes);
        var report = await ScanAsync();
        foreach (var row in rows)
        {
            var (its, other) = row.Post == 'S' ? (row.Family.Still, row.Family.Clip) : (row.Family.Clip, row.Family.Still);
            Assert.Equal((row.Path, row.Method), (row.Path, (await LoadPostAsync(its.Id)).File?.Method));
            Assert.Equal(row.Bytes, await ReadServedAsync(its.Id));
            Assert.Null((await LoadPostAsync(other.Id)).File);
        }
        Assert.Equal((rows.Count, 0, 0), (report.Matched.Values.Sum(), report.Ambiguous, report.Unmatched));
    }

    [Fact]
    public async Task companion_files_are_linked_but_do_not_represent_the_post()
    {
        var rows = Accompanying.Select((row, at) => (row.Path, row.Post, row.Role, Family: new Pair(at))).ToList();
        await StoreAsync([.. rows.SelectMany(row => row.Family.Posts)]);
        for (var at = 0; at < rows.Count; at++) Write($"{at}/{rows[at].Family.Fill(rows[at].Path)}", TestMedia.Jpeg());
        await ScanAsync();
        var matches = await LoadAllAsync<FileMatch>();
        Assert.Equal(
            rows.Select(row => ((row.Post == 'S' ? row.Family.Still : row.Family.Clip).Id, row.Role)).Order(),
            matches.Select(match => (match.PostId, match.Role)).Order());
        Assert.All(await LoadAllAsync<Post>(), post => Assert.Null(post.File));
    }

    [Fact]
    public async Task a_name_that_means_no_known_post_waits_to_be_reviewed()
    {
        var family = new Pair(0);
        await StoreAsync(family.Posts);
        foreach (var path in Nobodys) Write(family.Fill(path), TestMedia.Jpeg());
        var report = await ScanAsync();
        Assert.Equal((0, Nobodys.Length), (report.Matched.Count, report.Unmatched));
        var waiting = (await ReviewAsync(FileState.Unmatched)).Files.SelectMany(file => file.Locations).Select(location => location.Path);
        Assert.Equal(Nobodys.Select(family.Fill).Order(), waiting.Order());
    }

    private sealed class Pair
    {
        private static readonly Guid User = Guid.NewGuid();

        public Pair(int second)
        {
            Still = Make.Still(prompt: "A quiet harbour, at dawn: boats") with { OwnerId = User, CreatedAt = Make.Start.AddDays(second) };
            Clip = Make.Clip(Still);
        }

        public Post Still { get; }

        public Post Clip { get; }

        public Post[] Posts => [Still, Clip];

        public string Fill(string path) => path
            .Replace("{SN}", Still.Id.ToString("N").ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{S}", Still.Id.ToString(), StringComparison.Ordinal)
            .Replace("{s8}", Still.Id.ToString()[..8], StringComparison.Ordinal)
            .Replace("{C}", Clip.Id.ToString(), StringComparison.Ordinal).Replace("{c8}", Clip.Id.ToString()[..8], StringComparison.Ordinal)
            .Replace("{U}", User.ToString(), StringComparison.Ordinal).Replace("{u8}", User.ToString()[..8], StringComparison.Ordinal)
            .Replace("{at}", Still.CreatedAt!.Value.ToString("yyyyMMdd_HHmmss", System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal);
    }
}

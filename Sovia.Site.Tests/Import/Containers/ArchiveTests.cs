using System.IO.Compression;
using Sovia.Import;

namespace Sovia.Tests.Import.Containers;

public sealed class ArchiveTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private static readonly byte[] List = TestArchives.Bytes($$"""[{"id":"{{A}}"}]""");

    [Theory]
    [InlineData("../outside.json")]
    [InlineData("a/../../outside.json")]
    [InlineData("..\\outside.json")]
    [InlineData("/etc/outside.json")]
    [InlineData("C:\\outside.json")]
    public void a_name_that_leads_outside_keeps_the_archive_out(string name) =>
        AssertRefused(SourceItems.Read(TestArchives.Zip(("good.json", List), (name, List))), IssueCode.ZipUnsafe);

    [Fact]
    public void two_files_of_one_name_keep_the_archive_out() =>
        AssertRefused(SourceItems.Read(TestArchives.Zip(("a//b.json", List), ("a\\B.json", List))), IssueCode.ZipUnsafe);

    [Fact]
    public void a_link_keeps_the_archive_out()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("link");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        }
        AssertRefused(SourceItems.Read(packed.ToArray()), IssueCode.ZipUnsafe);
    }

    [Fact]
    public void too_many_files_keep_the_archive_out() =>
        AssertRefused(SourceItems.Read(TestArchives.Zip([.. Enumerable.Range(0, 30).Select(i => ($"{i}", List))]),
            new() { ArchiveMembers = 20 }),
            IssueCode.ZipUnsafe);

    [Fact]
    public void archive_bombs_are_rejected()
    {
        var bomb = new byte[64 << 20];
        bomb.AsSpan().Fill((byte)' ');
        foreach (var packed in new[] { TestArchives.Zip(("bomb", bomb)), TestArchives.Gzip(bomb),
            TestArchives.Zip(("bomb.gz", TestArchives.Gzip(bomb))) })
            Assert.Contains(IssueCode.ZipUnsafe, SourceItems.Read(packed).Codes);
    }

    [Fact]
    public void unpacking_stops_at_the_size_limit()
    {
        var result = SourceItems.Read(TestArchives.Zip(("a", List), ("b", TestArchives.Bytes(SyntheticExport.Json(50, 1)))),
            new() { ArchiveBytes = 10_000 });
        Assert.Contains(IssueCode.ZipUnsafe, result.Codes);
        Assert.Equal(A, result.Posts.First().Id.ToString());
    }

    [Fact]
    public void archives_may_lie_in_archives_but_not_without_end()
    {
        var packed = List;
        var depths = new List<bool>();
        for (var depth = 0; depth < 4; depth++) depths.Add(SourceItems.Read(packed = TestArchives.Zip(("in", packed))).Incoming.Count == 1);
        Assert.Equal([true, true, false, false], depths);
        Assert.Contains(IssueCode.ZipUnsafe, SourceItems.Read(packed).Codes);
        for (var depth = 0; depth < 8; depth++) packed = TestArchives.Gzip(packed);
        AssertRefused(SourceItems.Read(packed), IssueCode.ZipUnsafe);
    }

    [Fact]
    public void a_locked_archive_says_so()
    {
        var packed = TestArchives.Zip(("a.json", List));
        // The flag in the local header and in the list of contents.
        packed[6] |= 1;
        packed[packed.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        AssertRefused(SourceItems.Read(packed), IssueCode.ZipEncrypted);
    }

    [Fact]
    public void a_damaged_member_does_not_keep_the_others_out()
    {
        var packed = TestArchives.Zip(("a.json", TestArchives.Bytes(SyntheticExport.Json(20, 2))), ("b.json", List));
        packed.AsSpan(60, 400).Fill(0xEE);
        var result = SourceItems.Read(packed);
        Assert.Contains(result.Posts, post => post.Id == Guid.Parse(A));
        Assert.Contains(result.Issues, issue => issue.Rejected);
    }

    [Fact]
    public void an_archive_that_is_cut_off_says_so()
    {
        var packed = TestArchives.Zip(("a.json", List));
        Assert.Equal(IssueCode.Truncated, Assert.Single(SourceItems.Read(packed[..^30]).Issues).Code);
    }

    [Fact]
    public void a_gzip_that_is_cut_off_gives_what_was_whole()
    {
        var packed = TestArchives.Gzip(TestArchives.Bytes(SyntheticExport.Json(400, 3)));
        var result = SourceItems.Read(packed[..(packed.Length / 2)]);
        Assert.Contains(IssueCode.Truncated, result.Codes);
        Assert.InRange(result.Incoming.Count, 100, SyntheticExport.Posts(400, 3) - 1);
    }

    [Fact]
    public void notes_and_styles_beside_an_export_are_left_out_without_fuss()
    {
        var result =
            SourceItems.Read(TestArchives.Zip(("posts.json", List), ("README.txt", TestArchives.Bytes("hello")),
                ("settings.json", TestArchives.Bytes("""{"theme":"dark"}""")), ("__MACOSX/._posts.json", [1, 2]), (".DS_Store", [3])));
        Assert.Single(result.Incoming);
        Assert.All(result.Issues, issue => Assert.Equal((IssueCode.FileSkipped, false), (issue.Code, issue.Rejected)));
        Assert.Equal(2, result.Issues.Count);
    }

    [Fact]
    public void media_come_after_the_posts_under_names_that_find_them()
    {
        var result =
            SourceItems.Read(TestArchives.Zip(("x/grok-image.jpg", TestArchives.Jpeg), ($"images/{A}.png", TestArchives.Jpeg),
                ($"{A}/generated_video.mp4", TestArchives.Jpeg),
                ("z.json", List)));
        Assert.Equal(["grok-image.jpg", $"{A}.png", $"{A}.jpg"], result.Media.Select(media => media.Name));
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void an_issue_in_an_archive_names_the_file_in_it() =>
        Assert.Equal("handed over/in/x.json", Assert.Single(SourceItems.Read(TestArchives.Zip("in//x.json", """[{"id":"1"}]""")).Issues).File);

    private static void AssertRefused(SourceItems result, string code)
    {
        Assert.Empty(result.Incoming);
        Assert.Contains(result.Issues, issue => issue.Code == code && issue.Rejected);
    }
}

using System.Formats.Tar;
using Sovia.Import;

namespace Sovia.Tests.Import.Containers;

public sealed class TarTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private static readonly byte[] List = TestArchives.Bytes($$"""[{"id":"{{A}}"}]""");

    private static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Content)[] files) =>
        Tar(format,
            [.. files.Select(file => (file.Name, file.Content, format == TarEntryFormat.V7 ? TarEntryType.V7RegularFile
                : TarEntryType.RegularFile))]);

    private static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Content, TarEntryType Type)[] files)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, format, leaveOpen: true))
            foreach (var (name, content, type) in files)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.V7 => new V7TarEntry(type, name),
                    TarEntryFormat.Ustar =>
                    new UstarTarEntry(type, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(type, name),
                    _ => new PaxTarEntry(type, name)
                };
                if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink) entry.LinkName = "/etc/passwd";
                else if (type is TarEntryType.RegularFile or TarEntryType.V7RegularFile) entry.DataStream = new MemoryStream(content);
                tar.WriteEntry(entry);
            }
        return packed.ToArray();
    }

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.Pax)]
    public void posts_come_first_and_media_find_them(TarEntryFormat format)
    {
        var tar = Tar(format, ($"./{B}/content", TestArchives.Jpeg), ("./notes.txt", TestArchives.Bytes("hello")), ("./posts.json", List),
            ($"x/{A}.jpg", TestArchives.Jpeg));
        foreach (var bytes in new[] { tar, TestArchives.Gzip(tar), TestArchives.Zip(("in.tar", tar)),
            TestArchives.Zip(("in.tgz", TestArchives.Gzip(tar))) })
            foreach (var canSeek in new[] { true, false })
            {
                var result = SourceItems.Read(bytes, canSeek: canSeek);
                Assert.Equal(A, result.Post.Id.ToString());
                Assert.Equal([$"{B}.jpg", $"{A}.jpg"], result.Media.Select(media => media.Name));
                Assert.All(result.Media, media => Assert.Equal(TestArchives.Jpeg, media.Bytes));
                Assert.Equal((IssueCode.FileSkipped, false), (Assert.Single(result.Issues).Code, result.Issues[0].Rejected));
                Assert.EndsWith("/notes.txt", result.Issues[0].File, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void an_account_export_packed_so_is_one()
    {
        var result =
            SourceItems.Read(
                TestArchives.Gzip(Tar(TarEntryFormat.Pax, ($"ttl/30d/export_data/{B}/prod-mc-asset-server/{A}/content", TestArchives.Jpeg),
                    ($"ttl/30d/export_data/{B}/prod-mc-billing.json", List),
            ($"ttl/30d/export_data/{B}/prod-grok-backend.json",
                TestArchives.Bytes($$"""{"conversations":[],"media_posts":[{"id":"{{A}}","user_id":"{{B}}","media_type":"image"}]}""")))));
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Equal($"{A}.jpg", Assert.Single(result.Media).Name);
    }

    [Theory]
    [InlineData("../outside.json")]
    [InlineData("a/../../outside.json")]
    [InlineData("/etc/outside.json")]
    public void a_name_that_leads_outside_keeps_the_archive_out(string name) =>
    AssertRefused(Tar(TarEntryFormat.Pax, ("good.json", List), (name, List)));

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Fifo)]
    public void entries_that_are_not_files_reject_the_archive(TarEntryType type) =>
    AssertRefused(Tar(TarEntryFormat.Pax, ("good.json", List, TarEntryType.RegularFile), ("x", [], type)));

    [Fact]
    public void folders_and_what_systems_add_are_no_files()
    {
        var result =
            SourceItems.Read(Tar(TarEntryFormat.Pax, ("a/", [], TarEntryType.Directory), ("a/._posts.json", [1, 2, 3], TarEntryType.RegularFile),
                ("a/posts.json", List, TarEntryType.RegularFile)));
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void two_files_of_one_name_or_too_many_keep_it_out()
    {
        AssertRefused(Tar(TarEntryFormat.Pax, ("a//b.json", List), ("./a/B.json", List)));
        var result = SourceItems.Read(Tar(TarEntryFormat.Pax, [.. Enumerable.Range(0, 30).Select(i => ($"{i}", List))]),
            new() { ArchiveMembers = 20 });
        Assert.Empty(result.Incoming);
        Assert.Contains(IssueCode.ZipUnsafe, result.Codes);
    }

    [Fact]
    public void archive_bombs_are_rejected()
    {
        var blank = new byte[64 << 20];
        blank.AsSpan().Fill((byte)' ');
        Assert.Contains(IssueCode.ZipUnsafe, SourceItems.Read(TestArchives.Gzip(Tar(TarEntryFormat.Pax, ("bomb", blank)))).Codes);
        Assert.Contains(IssueCode.ZipUnsafe,
            SourceItems.Read(Tar(TarEntryFormat.Pax,
                ("in.tar", Tar(TarEntryFormat.Pax, ("in.tar", Tar(TarEntryFormat.Pax, ("x", List))))))).Codes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void one_that_is_cut_off_gives_what_came_before(bool isPacked)
    {
        var random = new byte[40_000];
        new Random(7).NextBytes(random);
        var tar = Tar(TarEntryFormat.Pax, ("a.json", List), ("noise.bin", random), ("b.json", TestArchives.Bytes($$"""[{"id":"{{B}}"}]""")));
        var bytes = isPacked ? TestArchives.Gzip(tar) : tar;
        var result = SourceItems.Read(bytes[..(bytes.Length / 2)]);
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Contains(result.Issues, issue => issue is { Code: IssueCode.Truncated, Rejected: true });
    }

    private static void AssertRefused(byte[] tar)
    {
        foreach (var bytes in new[] { tar, TestArchives.Gzip(tar) })
        {
            var result = SourceItems.Read(bytes);
            Assert.Empty(result.Incoming);
            Assert.Contains(result.Issues, issue => issue is { Code: IssueCode.ZipUnsafe, Rejected: true });
        }
    }
}

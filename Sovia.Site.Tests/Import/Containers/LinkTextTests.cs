using System.Text;
using Sovia.Import;
using Sovia.Library;

namespace Sovia.Tests.Import.Containers;

/// <summary>Links as people keep them: pasted lists, notes, shortcuts of a desktop, bookmarks of a browser.</summary>
public sealed class LinkTextTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string U = "dddddddd-0000-4000-8000-000000000004";
    private const string Page = $"https://grok.com/imagine/post/{A}";
    private const string Image = $"https://assets.grok.com/users/{U}/generated/{B}/image.jpg";

    public static TheoryData<string> Both =>
    [
        $"{Page}\n{Image}", $"{Page} {Image}", $"{Page},{Image}", $"{Page};{Image}", $"<{Page}> <{Image}>",
        $"http://grok.com/imagine/post/{A}\nwww.grok.com/imagine/post/{B}",
        $"grok.com/imagine/post/{A}, //assets.grok.com/users/{U}/{B}/content",
        $"{A.ToUpperInvariant()}\r\n{B}\r\n", $"{A} {B}", $"1. {A}\n2. {B}", $"- {Page}\n- {B}", $"* [ ] {Page}\n* [x] {Image}",
        $"[a heron]({Page}) and [a reed]({Image} \"reed\")", $"[1]({Page})\n[2]({Image})", $"[\"quoted\"]({Page})\n[x]: {Image}",
        $"[12:30] me: {Page}\n[12:31] you: {Image}", $"![]({Image}) [{Page}]({Page})", $"# Links\n\nSee {Page}. And ({Image})!",
        $"| Link | Prompt |\n|---|---|\n| {Page} | a heron |\n| {Image} | a reed |", $"\uFEFF{Page}\r{Image}\r",
        $"https://imagine-public.x.ai/cdn-cgi/image/width=500,fit=scale-down,format=auto/imagine-public/images/{A}.png\n{Image}",
        "link: " + Page.Replace("/", "\\/", StringComparison.Ordinal) + "\n" + Image,
        $"x\thttps://x.com/i/grok/imagine/{A}\t1\ny\t{Image}\t2",
    ];

    [Theory, MemberData(nameof(Both))]
    public void links_are_found_however_they_are_noted_down(string text)
    {
        foreach (var bytes in new[] { TestArchives.Bytes(text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.TrimStart('\uFEFF'))] })
        {
            var result = SourceItems.Read(bytes);
            Assert.Equal([A, B], result.Posts.Select(post => post.Id.ToString()).Distinct().Order());
            Assert.DoesNotContain(result.Issues, issue => issue.Rejected);
        }
    }

    [Theory]
    [InlineData($"[InternetShortcut]\r\nURL={Page}\r\n")]
    [InlineData(
        $"[{{000214A0-0000-0000-C000-000000000046}}]\r\nProp3=19,2\r\n[InternetShortcut]\r\nIDList=\r\nURL={Page}?x=1\r\nIconIndex=13\r\n")]
    [InlineData($"\uFEFF[DEFAULT]\nBASEURL={Page}\n[InternetShortcut]\nURL={Page}\nModified=20A1\n")]
    [InlineData($"[Desktop Entry]\nEncoding=UTF-8\nName=heron\nType=Link\nURL={Page}\nIcon=text-html\n")]
    [InlineData($"[Desktop Entry]\nType=Link\nURL[$e]={Page}\n")]
    [InlineData(
        $"<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\"><plist version=\"1.0\"><dict><key>URL</key><string>{Page}</string></dict></plist>")]
    [InlineData($"bplist00\u0001\u0001SURL_\u0010{Page}\u0008\u000b\u0000\u0000")]
    [InlineData(
        $"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n<DL><p>\n<DT><A HREF=\"{Page}\" ADD_DATE=\"1759867502\">heron</A>\n<DT><A HREF=\"https://example.org/\">other</A>\n</DL>")]
    [InlineData(
        $$"""{"checksum":"x","roots":{"bookmark_bar":{"children":[{"type":"folder","name":"f","children":[{"id":"5","name":"n","type":"url","url":"{{Page}}"}]},{"type":"url","url":"https://example.org/"}],"type":"folder"},"other":{"children":[]},"synced":{"children":[]} },"version":1}""")]
    [InlineData(
        $$"""{"guid":"root________","title":"","index":0,"typeCode":2,"type":"text/x-moz-place-container","root":"placesRoot","children":[{"guid":"menu________","typeCode":2,"type":"text/x-moz-place-container","children":[{"guid":"x","typeCode":1,"type":"text/x-moz-place","uri":"{{Page}}","dateAdded":1759867502000000}]}]}""")]
    public void a_shortcut_or_bookmark_is_the_post_it_leads_to(string text)
    {
        var result = SourceItems.Read(text);
        Assert.Equal((A, SourceKind.Link), (result.Post.Id.ToString(), result.Incoming[0].Kind));
        Assert.Empty(result.Issues);
    }

    [Theory]
    [InlineData("6d6f7a4c7a343000100100005a7b2267756964223a22726f6f745f5f5f5f5f5f5f5f22")]
    [InlineData("6d6f7a4c7a34300000000000")]
    [InlineData("6d6f7a4c7a343000ffffffff00")]
    [InlineData("6d6f7a4c7a343000")]
    public void a_packed_backup_that_is_damaged_says_so(string hex) =>
    Assert.Contains(SourceItems.Read(Convert.FromHexString(hex)).Issues, issue => issue.Rejected);

    [Fact]
    public void the_packed_backup_of_a_browser_is_read()
    {
        // One literal run, a copy of six bytes that overlaps itself, and the rest as it is.
        var head = TestArchives.Bytes("{\"type\":\"text/x-moz-place-container\",\"x\":\"ab");
        var tail = TestArchives.Bytes($"\",\"children\":[{{\"type\":\"text/x-moz-place\",\"uri\":\"{Page}\"}}]}}");
        byte[] block = [0xF2, (byte)(head.Length - 15), .. head, 2, 0, 0xF0, (byte)(tail.Length - 15), .. tail];
        byte[] packed = [.. "mozLz40\0"u8, .. BitConverter.GetBytes(head.Length + 6 + tail.Length), .. block];
        Assert.Equal(A, SourceItems.Read(packed).Post.Id.ToString());
    }

    [Fact]
    public void bookmarks_of_chats_are_noted_and_those_of_other_sites_are_not()
    {
        var result =
            SourceItems.Read(
                $$"""{"roots":{"other":{"children":[{"url":"https://grok.com/c/{{B}}"},{"url":"https://example.org/{{B}}"},{"url":"{{Page}}"},{"url":"https://grok.com/imagine"}]} } }""");
        Assert.Equal(A, result.Post.Id.ToString());
        Assert.Equal("$.roots.other.children[0]", Assert.Single(result.Issues, issue => issue.Code == IssueCode.NoId).Path);
    }

    [Theory]
    [InlineData($"{Page}\nrequest {B} took 3 ms\nsee https://example.org/{U}", 3, 1)]
    [InlineData($"<html><a href='{Page}'></a><i data-id='{B}'></i></html>", 2, 1)]
    [InlineData($"<html><img src='{Image}'><a href='/c/{A}'></a></html>", 2, 1)]
    [InlineData($"[InternetShortcut]\nURL={Page}\n", 1, 1)]
    [InlineData($"<html><img src='{Image}'><i data-user='{U}'></i></html>", 1, 1)]
    public void a_file_with_more_ids_than_posts_says_so_with_both_numbers(string text, int ids, int posts)
    {
        var result = SourceItems.Read(text);
        Assert.Equal(posts, result.Incoming.Count);
        var notes = result.Issues.Where(issue => issue.Code == IssueCode.EntriesIgnored).ToList();
        if (ids == posts) Assert.Empty(notes);
        else Assert.StartsWith($"The file has {ids} IDs, and {posts} were read", Assert.Single(notes).Reason, StringComparison.Ordinal);
        Assert.All(notes, note => Assert.False(note.Rejected));
    }

    [Theory]
    [InlineData("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF=\"https://example.org/\">other</A></DL>", IssueCode.UnknownShape)]
    [InlineData("<html><a href='https://example.org/'>Just a moment</a></html>", IssueCode.HtmlChallenge)]
    public void bookmarks_without_posts_are_not_taken_for_a_bot_check(string text, string code) =>
    Assert.Equal(code, Assert.Single(SourceItems.Read(text).Issues).Code);

    [Theory]
    [InlineData("[1,2,3]")]
    [InlineData("[\"a heron\",\"a reed\"]")]
    [InlineData("[\"see [1](https://example.org)\"]")]
    [InlineData("[ { \"theme\": \"dark\" } ]")]
    [InlineData("[true]")]
    [InlineData("[-1.5e3 , 2]")]
    public void a_list_of_values_is_still_json(string text) => Assert.DoesNotContain(IssueCode.NotJson, SourceItems.Read(text).Codes);

    [Fact]
    public void a_page_larger_than_what_is_read_says_so()
    {
        var page = $"<html><a href='{Page}'>" + new string('x', 700_000) + $"<a href='https://grok.com/imagine/post/{B}'>";
        Assert.Contains(IssueCode.TooLarge, SourceItems.Read(page, new() { TextBytes = 300_000 }).Codes);
        Assert.Equal(2, SourceItems.Read(page).Incoming.Count);
    }

    [Fact]
    public void an_address_across_the_edge_of_two_blocks_is_whole()
    {
        for (var before = 262_144 - 150; before < 262_144 + 10; before += 7)
        {
            var post = SourceItems.Read("<html>" + new string(' ', before) + Image + "\" " + new string(' ', 3_000)).Post;
            Assert.Equal((B, Image), (post.Id.ToString(), post.MediaUrl));
        }
    }
}

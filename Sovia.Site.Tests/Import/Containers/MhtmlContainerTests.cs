using System.Globalization;
using System.Text;
using CsCheck;
using Sovia.Import;

namespace Sovia.Tests.Import.Containers;

/// <summary>A page that was saved in one file gives the same posts as its markup.</summary>
public sealed class MhtmlContainerTests
{
    private const string U = "dddddddd-0000-4000-8000-000000000004";

    private static string Markup(IEnumerable<Guid> ids) => "<!doctype html><html><head><title>Gespeichert – 保存</title></head><body>"
        + string.Concat(ids.Select((id, at) => at % 2 == 0 ? $"<a class=\"x=y\" href=\"https://grok.com/imagine/post/{id}\">open</a>"
            : $"<img src=\"https://assets.grok.com/users/{U}/generated/{id}/image.jpg?cache=1&amp;x=2\">")) + "</body></html>";

    private static string Quoted(string text)
    {
        var (quoted, column) = (new StringBuilder(), 0);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var encoded = value is >= 33 and <= 126 and not (byte)'=' || value == ' ' ? ((char)value).ToString() : "="
                + value.ToString("X2", CultureInfo.InvariantCulture);
            if ((column += encoded.Length) > 75) (column, _) = (encoded.Length, quoted.Append("=\n"));
            quoted.Append(encoded);
        }
        return quoted.ToString();
    }

    private static string Base64(string text) =>
        string.Join('\n', Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Chunk(76).Select(line => new string(line)));

    private static string Saved(string markup, string encoding, string boundary, string more = "") =>
        $"From: <Saved by Blink>\nSnapshot-Content-Location: https://grok.com/imagine/favorites\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary={boundary}\n\n\n--{boundary.Trim('"')}\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}\nContent-Location: https://grok.com/imagine/favorites\n\n"
        + encoding.ToUpperInvariant() switch { "QUOTED-PRINTABLE" => Quoted(markup), "BASE64" => Base64(markup), _ => markup }
        + $"\n{more}--{boundary.Trim('"')}--\n";

    [Fact]
    public void the_posts_are_those_of_its_markup_however_it_is_encoded() =>
        Gen.Select(Gen.Guid.List[1, 40], Gen.OneOf("quoted-printable", "Quoted-Printable", "base64", "BASE64", "8bit", "7bit", "binary"),
            Gen.OneOf("\"----MultipartBoundary--9E5M----\"", "abc123", "\"a b=c:d\"", "\"----=_NextPart_000_0000_01D\""),
            Gen.OneOf("\n", "\r\n"))
            .Sample((ids, encoding, boundary, end) =>
            {
                var markup = Markup(ids);
                var result = SourceItems.Read(Saved(markup, encoding, boundary).Replace("\n", end, StringComparison.Ordinal));
                return result.Issues.Count == 0 && result.Posts.Select(post => (post.Id, post.MediaUrl))
                    .SequenceEqual(SourceItems.Read(markup).Posts.Select(post => (post.Id, post.MediaUrl)));
            }, iter: 200);

    [Fact]
    public void a_page_of_one_part_is_read_too()
    {
        var id = Guid.NewGuid();
        Assert.Equal(id,
            SourceItems.Read(
                $"MIME-Version: 1.0\r\nContent-Type: text/html;\r\n charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{Quoted(Markup([id])).Replace("\n", "\r\n", StringComparison.Ordinal)}").Post.Id);
    }

    [Fact]
    public void pages_in_pages_and_what_stands_around_them_do_not_confuse_it()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var inner =
            $"--outer\nContent-Type: multipart/alternative; boundary=inner\n\npreamble\n--inner\nContent-Type: text/plain\n\nhttps://grok.com/imagine/post/{second}\n--inner--\nepilogue https://grok.com/imagine/post/{Guid.NewGuid()}\n";
        var result = SourceItems.Read(Saved(Markup([first]), "8bit", "outer", inner));
        Assert.Equal([first, second], result.Posts.Select(post => post.Id));
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void pictures_in_it_find_their_posts()
    {
        var id = Guid.NewGuid();
        string Part(string location) =>
            $"--b\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\nContent-Location: {location}\n\n{Convert.ToBase64String(TestArchives.Jpeg)}\n";
        var result =
            SourceItems.Read(Saved(Markup([id]), "quoted-printable", "b", Part($"https://assets.grok.com/users/{U}/generated/{id}/image.jpg")
                + Part("https://grok.com/logo.jpg")
                + Part($"https://imagine-public.x.ai/cdn-cgi/image/width=9/imagine-public/images/{id}.jpg")));
        var (name, bytes) = Assert.Single(result.Media);
        Assert.Equal($"{id}.jpg", name);
        Assert.Equal(TestArchives.Jpeg, bytes);
    }

    [Fact]
    public void a_page_that_is_cut_off_gives_what_came_before()
    {
        var ids = Enumerable.Range(0, 30).Select(_ => Guid.NewGuid()).ToList();
        var whole = Saved(Markup(ids), "quoted-printable", "b");
        var result = SourceItems.Read(whole[..(whole.Length / 2)]);
        Assert.InRange(result.Incoming.Count, 5, 20);
        Assert.Contains(result.Issues, issue => issue is { Code: IssueCode.Truncated, Rejected: true });
    }

    [Fact]
    public void a_bot_check_that_was_saved_so_is_told_as_one() =>
        Assert.Contains(IssueCode.HtmlChallenge, SourceItems.Read(Saved("<html>Just a moment...</html>", "quoted-printable", "b")).Codes);
}

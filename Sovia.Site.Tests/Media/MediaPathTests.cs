using CsCheck;
using Sovia.Media;

namespace Sovia.Tests.Media;

public sealed class MediaPathTests
{
    private const string Content = "https_/assets.grok.com/users/u/p/content";

    [Theory]
    [InlineData("https://assets.grok.com/users/u/p/content", Content)]
    [InlineData("http://assets.grok.com/users/u/p/content", Content)]
    [InlineData("HTTPS://assets.grok.com/users/u/p/content", Content)]
    [InlineData("https://ASSETS.Grok.com/users/u/p/content", Content)]
    [InlineData("https://assets.grok.com/users/u/p/content?cache=1&s=2", Content)]
    [InlineData("https://assets.grok.com/users/u/p/content#f", Content)]
    [InlineData("https://assets.grok.com/users/u/p/content?a=/../..#/../..", Content)]
    [InlineData("https://assets.grok.com:8443/users/u/p/content", Content)]
    [InlineData("https://user:pw@assets.grok.com/users/u/p/content", Content)]
    [InlineData("https://user:pw@assets.grok.com:8443/users/u/p/content", Content)]
    [InlineData("https_/assets.grok.com/users/u/p/content", Content)]
    [InlineData("https_/assets.grok.com/users/u/p/content?cache=1", Content)]
    [InlineData("https://assets.grok.com/Users/U", "https_/assets.grok.com/Users/U")]
    [InlineData("https://h/a.b/.hidden..name.jpg", "https_/h/a.b/.hidden..name.jpg")]
    [InlineData("https://h/a;x=1", "https_/h/a;x=1")]
    [InlineData("https://h/a+b", "https_/h/a+b")]
    [InlineData("https://h/bild-ä-写真-🦊.png", "https_/h/bild-ä-写真-🦊.png")]
    [InlineData("https://bücher.example/a", "https_/xn--bcher-kva.example/a")]
    [InlineData("https://127.0.0.1/a", "https_/127.0.0.1/a")]
    public void an_address_has_its_place_under_its_host(string url, string expected) =>
        Assert.Equal([expected], MediaPath.GetCandidates(url, null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("etc/passwd")]
    [InlineData("../secret.txt")]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://host/etc/passwd")]
    [InlineData("ftp://h/a")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("javascript:alert(1)")]
    [InlineData("C:\\Windows\\win.ini")]
    [InlineData("\\\\server\\share\\a")]
    [InlineData("https:/h/a")]
    [InlineData("https:h/a")]
    [InlineData("https:///etc/passwd")]
    [InlineData("users/u/p/content")]
    public void urls_that_are_not_http_have_no_path(string? url) => Assert.Empty(MediaPath.GetCandidates(url, "image/png"));

    [Theory]
    [InlineData("https://assets.grok.com/../../../../etc/passwd")]
    [InlineData("https://h/a/../../b")]
    [InlineData("https://h/a/./b")]
    [InlineData("https://h/a/..")]
    [InlineData("https://h/%2e%2e/%2E%2e/etc/passwd")]
    [InlineData("https://h/.%2e/a")]
    [InlineData("https://h/..%2f..%2fetc/passwd")]
    [InlineData("https://h/a%2Fb")]
    [InlineData("https://h/..%5c..%5cetc")]
    [InlineData("https://h/..\\..\\etc")]
    [InlineData("https://h\\..\\..\\etc")]
    [InlineData("https://h/a%5Cb")]
    [InlineData("https://../secret.txt")]
    [InlineData("https://%2e%2e/secret.txt")]
    [InlineData("https_/../secret.txt")]
    [InlineData("https_/h/../../secret.txt")]
    [InlineData("https_//etc/passwd")]
    [InlineData("https_/https_/../../etc/passwd")]
    public void an_address_that_leads_out_is_refused(string url) => Assert.Empty(MediaPath.GetCandidates(url, "image/png"));

    [Theory]
    [InlineData("https://h")]
    [InlineData("https://h/")]
    [InlineData("https://h?q")]
    [InlineData("https://h//a")]
    [InlineData("https://h/a//b")]
    [InlineData("https://h/a/b/")]
    [InlineData("https_/")]
    [InlineData("https_/h")]
    public void an_address_that_names_no_file_is_refused(string url) => Assert.Empty(MediaPath.GetCandidates(url, "image/png"));

    [Fact]
    public void a_name_is_tried_decoded_first_then_as_it_was_written() =>
        Assert.Equal(["https_/h/x y/a b.png", "https_/h/x%20y/a%20b.png"],
            MediaPath.GetCandidates("https://h/x%20y/a%20b.png", "image/png"));

    [Fact]
    public void a_name_without_extension_is_tried_with_those_of_its_stated_type() =>
        Assert.Equal([Content, Content + ".jpg", Content + ".jpeg"],
            MediaPath.GetCandidates("https://assets.grok.com/users/u/p/content", "Image/JPEG; q=1"));

    [Fact]
    public void a_name_with_an_extension_is_given_no_other() =>
        Assert.Equal(["https_/h/a.png"], MediaPath.GetCandidates("https://h/a.png", "image/jpeg"));

    [Fact]
    public void percent_signs_are_decoded_once() =>
        Assert.Equal(["https_/h/%2e%2e", "https_/h/%252e%252e"], MediaPath.GetCandidates("https://h/%252e%252e", null));

    [Theory]
    [InlineData("%zz")]
    [InlineData("%")]
    [InlineData("%c0%ae%c0%ae")]
    [InlineData("%ff")]
    public void invalid_percent_encoding_is_left_unchanged(string name) =>
        Assert.Equal(["https_/h/" + name], MediaPath.GetCandidates("https://h/" + name, null));

    [Fact]
    public void no_address_whatever_gets_a_place_outside_its_folder()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "root"));
        string[] words = ["https://", "https_/", "http://h/", "h", "/", "//", "..", ".", "%2e", "%2f", "%5c", "\\", ":", "?", "#", "@",
            "%00", "%", " ", "é", "\ud83e", "[::1]", "~", "C:", "nul"];
        var part = Gen.OneOf(Gen.Int[0, words.Length - 1].Select(at => words[at]), Gen.String);
        part.Array[0, 12].Select(parts => string.Concat(parts)).Sample(
            url => MediaPath.GetCandidates(url, "image/png").All(path =>
                Path.GetFullPath(Path.Combine(root, path))
                .StartsWith(Path.Combine(root, "https_") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && !path.Contains(':', StringComparison.Ordinal) && !path.Any(char.IsControl)),
            iter: 20_000);
    }
}

using System.Text.Json;
using Sovia.Downloads;
using Sovia.Downloads.Lists;

namespace Sovia.Tests.Downloads.Lists;

public sealed class FormatTests
{
    private static readonly IDownloadListFormat[] Commented =
        [new PlainList(), new Aria2List(), new CurlConfig(), new WgetScript(), new PowerShellScript()];

    private static readonly MissingFile Odd = new(
        Guid.Empty, DownloadRole.Media, Sovia.Library.MediaKind.Image, "https://assets.grok.com/a'\"$(x)", "assets.grok.com",
        HostAccess.Cookie, "https_/assets.grok.com/a'\"‘,\\`$(x)\n日", "image/png", 12);

    [Fact]
    public void a_csv_reads_back_as_it_was()
    {
        var rows = Csv(ListText.Format(new CsvList(), [Odd, .. HostileUrls.MissingFiles])).ToList();
        Assert.Equal(HostileUrls.MissingFiles.Count + 2, rows.Count);
        Assert.All(rows, row => Assert.Equal(9, row.Count));
        Assert.Equal(["url", "target"], [rows[0][2], rows[0][6]]);
        Assert.Equal([Odd.Url, Odd.Target, "12"], [rows[1][2], rows[1][6], rows[1][8]]);
        Assert.Equal(HostileUrls.MissingFiles.Select(missingFile => missingFile.Target), rows.Skip(2).Select(row => row[6]));
    }

    [Fact]
    public void a_json_list_reads_back_as_it_was()
    {
        using var read = JsonDocument.Parse(ListText.Format(new JsonList(), [Odd, .. HostileUrls.MissingFiles]));
        var files = read.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal([Odd.Target, .. HostileUrls.MissingFiles.Select(missingFile => missingFile.Target)],
            files.Select(file => file.GetProperty("target").GetString()));
        Assert.Equal([Odd.Url, .. HostileUrls.MissingFiles.Select(missingFile => missingFile.Url)],
            files.Select(file => file.GetProperty("url").GetString()));
    }

    [Fact]
    public void an_empty_list_is_still_well_formed()
    {
        using var read = JsonDocument.Parse(ListText.Format(new JsonList(), []));
        Assert.Equal(0, read.RootElement.GetProperty("files").GetArrayLength());
        Assert.Single(Csv(ListText.Format(new CsvList(), [])));
    }

    [Fact]
    public void powershell_doubles_whatever_it_takes_for_a_quote() =>
        Assert.Contains("'https_/assets.grok.com/a''\"‘‘,\\`$(x)\n日'", ListText.Format(new PowerShellScript(), [Odd]),
            StringComparison.Ordinal);

    [Fact]
    public void a_cookie_bound_list_says_what_it_needs_and_sends_the_referer() => Assert.All(Commented, format =>
    {
        var text = ListText.Format(format, [Odd], HostAccess.Cookie);
        Assert.Contains("# Sign in to grok.com in a browser", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cookies.txt", ListText.Format(format, [], HostAccess.Public), StringComparison.Ordinal);
        if (format is not PlainList) Assert.Contains("https://grok.com/", text, StringComparison.Ordinal);
    });

    [Fact]
    public void every_line_of_a_plain_list_is_a_comment_or_an_address() => Assert.All(
        ListText.Format(new PlainList(), HostileUrls.MissingFiles).TrimEnd('\n').Split('\n'),
        line => Assert.True(line.StartsWith("# ", StringComparison.Ordinal) || line.All(c => c is > ' ' and < '\x7F'), line));

    private static IEnumerable<List<string>> Csv(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var row = new List<string>();
            while (true)
            {
                var field = "";
                if (text[at] == '"')
                {
                    for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
                        field += text[at] == '"' ? text[++at - 1] : text[at];
                    at++;
                }
                else for (; text[at] is not (',' or '\r'); at++) field += text[at];
                row.Add(field);
                if (text[at++] == ',') continue;
                Assert.Equal('\n', text[at++]);
                break;
            }
            yield return row;
        }
    }
}

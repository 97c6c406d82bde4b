using System.Text.Encodings.Web;
using Sovia.Web;

namespace Sovia.Tests.Web;

public sealed class DataAttributesTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("/files/1", "data-preview=\"/files/1\"")]
    [InlineData("\"><b>", "data-preview=\"&quot;&gt;&lt;b&gt;\"")]
    public void empty_values_are_not_written(string? value, string written) =>
    Assert.Equal(written, Written(DataAttributes.Optional("preview", value)));

    [Fact]
    public void zero_and_false_are_written() =>
        Assert.Equal("data-year=\"0\" data-liked=\"False\"",
            $"{Written(DataAttributes.Optional("year", (int?)0))} {Written(DataAttributes.Optional("liked", (bool?)false))}");

    [Fact]
    public void true_flags_are_written_and_false_flags_are_omitted() =>
    Assert.Equal("data-match=\"true\"", Written(DataAttributes.Flag("match", true)) + Written(DataAttributes.Flag("match", false)));

    private static string Written(Microsoft.AspNetCore.Html.IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}

using Sovia.Commands;

namespace Sovia.Tests.Commands;

public sealed class CommandLineAppTests
{
    [Theory]
    [InlineData("scan /a/path --Sovia:DataDirectory=/d", "--Sovia:DataDirectory=/d")]
    [InlineData("scan --Sovia:DataDirectory /d /a/path --json", "--Sovia:DataDirectory /d")]
    [InlineData("import /a/path", "")]
    [InlineData("--urls http://localhost:1", "--urls http://localhost:1")]
    public void a_path_does_not_swallow_the_setting_after_it(string line, string settings) =>
        Assert.Equal(settings, string.Join(' ', CommandLineApp.ExtractSettings(line.Split(' '))));
}


namespace Sovia.Tests.Storage.PrivateServer;

public sealed class PathTests
{
    private const string Long = "a folder whose name is of the length that folders have in the libraries of tidy people";

    [Theory]
    [InlineData("my library")]
    [InlineData("Bücher/книги/写真/🦊")]
    [InlineData("it's \"$HOME\" `id` & 100% {odd}; \\ *")]
    [InlineData($"{Long}/{Long}/{Long}/{Long}/{Long}/{Long}")]
    public async Task the_data_directory_may_have_any_name_and_length(string name)
    {
        await using var folder = new DataFolderForTests(name);
        await using (var first = await folder.StartAsync())
        {
            await MarkerTable.SaveMarkerAsync(first.ConnectionString);
            await using var second = await folder.StartAsync();
            Assert.Equal(first.ConnectionString, second.ConnectionString);
        }

        Assert.False(folder.ServerRuns);
        await MarkerTable.VerifyMarkerAsync((await folder.StartAsync()).ConnectionString);
    }
}

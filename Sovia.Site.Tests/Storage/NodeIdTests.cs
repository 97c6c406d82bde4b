using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage;

public sealed class NodeIdTests
{
    [Fact]
    public async Task a_data_directory_is_one_node_whoever_asks_and_however_often()
    {
        using var folder = new TempFolder();
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new NodeId(() => folder.Path).Value)));
        Assert.Single(ids.Distinct());
        Assert.Matches("^[0-9a-f]{32}$", ids[0]);
        Assert.Equal(ids[0], new NodeId(() => folder.Path).Value);
        Assert.Single(Directory.GetFiles(folder.Path));
        using var other = new TempFolder();
        Assert.NotEqual(ids[0], new NodeId(() => other.Path).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public void a_file_that_holds_no_id_is_written_anew(string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.PathOf("node"), text);
        var id = new NodeId(() => folder.Path).Value;
        Assert.Equal(id, File.ReadAllText(folder.PathOf("node")));
    }
}

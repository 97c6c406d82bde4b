using System.Diagnostics;

namespace Sovia.Tests.Metadata;

/// <summary>Small graphs that a careless search would follow for ever, or unfold to more than the memory holds.</summary>
public sealed class HostileGraphTests
{
    private const long MostBytes = 400L << 20;

    private static readonly string[] Selectors = ["select", "index", "choice"];

    [Fact]
    public void a_switch_that_selects_by_itself_decides_nothing() => Read("prompt", """
        {"1":{"class_type":"KSampler","inputs":{"seed":1,"positive":["2",0]}},"2":{"class_type":"X","inputs":{"select":["2",0]}}}
        """);

    [Fact]
    public void switches_that_select_by_each_other_decide_nothing() => Read("prompt", """
        {"1":{"class_type":"KSampler","inputs":{"seed":1,"positive":["2",0]}},
         "2":{"class_type":"Switch","inputs":{"select":["3",0],"input1":"a","input2":"b"}},"3":{"class_type":"Switch","inputs":{"index":["2",0],"input1":"a","input2":"b"}}}
        """);

    [Fact]
    public void a_long_chain_of_switches_ends() => Read("prompt", Chain(9_000, next => $"\"select\":[\"{next}\",0]"));

    [Fact]
    public void a_chain_in_which_each_switch_has_several_selectors_is_followed_once() =>
        Read("prompt", Chain(26, next => string.Join(',', Selectors.Select(name => $"\"{name}\":[\"{next}\",0]"))));

    [Fact]
    public void a_subgraph_that_holds_itself_many_times_is_unfolded_up_to_a_limit() =>
        Read("workflow", Unfolding(string.Join(',', Enumerable.Range(1, 2_000).Select(id => $$"""{"id":{{id}},"type":"a"}"""))));

    [Fact]
    public void a_subgraph_with_a_long_text_is_unfolded_up_to_a_limit() => Read("workflow", Unfolding(
        string.Join(',', Enumerable.Range(1, 4).Select(id => $$"""{"id":{{id}},"type":"a"}"""))
        + $$""",{"id":9,"type":"CLIPTextEncode","widgets_values":["{{new string('x', 300_000)}}"]}"""));

    [Fact]
    public void a_long_delimiter_is_not_repeated() => Read("prompt",
        """{"1":{"class_type":"KSampler","inputs":{"seed":1,"positive":["2",0]}},"2":{"class_type":"Join","inputs":{"separator":"""
        + $"\"{new string('-', 900_000)}\","
        + string.Join(',', Enumerable.Range(1, 450).Select(at => $"\"text{at}\":\"word {at}\"")) + "}}}");

    private static string Chain(int length, Func<int, string> inputs) =>
        """{"1":{"class_type":"KSampler","inputs":{"seed":["2",0],"positive":["2",0]}},"""
        + string.Join(',', Enumerable.Range(2, length).Select(id => $"\"{id}\":{{\"class_type\":\"X\",\"inputs\":{{{inputs(id + 1)}}}}}"))
        + "}";

    private static string Unfolding(string nodes) =>
        """{"nodes":[{"id":1,"type":"a"}],"links":[],"definitions":{"subgraphs":[{"id":"a","links":[],"nodes":[""" + nodes + "]}]}}";

    private static void Read(string key, string graph)
    {
        var file = PngFile.WithText(key, graph);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        Assert.Equal("ComfyUI", Reading.Read(file).Generator);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }
}

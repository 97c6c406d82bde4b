using System.Text.RegularExpressions;

namespace Sovia.Tests.Architecture;

/// <summary>What must hold of the files no engine here can run. A reading, not a trial.</summary>
public sealed class DeploymentTests
{
    private static readonly RepositoryFiles Repository = new();

    private static readonly Dictionary<string, string> Services = Blocks(Section("services"));

    [Fact]
    public void there_are_a_site_a_database_and_a_cache() => Assert.Equal(["postgres", "redis", "site"], Services.Keys.Order());

    [Fact]
    public void each_service_is_watched_and_started_again() => Assert.All(Services.Values, service =>
    {
        Assert.Contains("\n    healthcheck:", service, StringComparison.Ordinal);
        Assert.Contains("\n    restart: unless-stopped", service, StringComparison.Ordinal);
    });

    [Fact]
    public void only_the_site_is_published_and_only_on_this_machine()
    {
        Assert.DoesNotContain("ports:", Services["postgres"] + Services["redis"], StringComparison.Ordinal);
        var published = Regex.Matches(Services["site"], @"^ {4}ports:\n(?<ports>(?: {6}.*\n)+)", RegexOptions.Multiline)
            .Single().Groups["ports"].Value;
        Assert.Equal("- \"127.0.0.1:5178:8080\"", published.Trim());
    }

    [Fact]
    public void the_database_and_the_cache_are_on_a_network_without_a_way_out()
    {
        Assert.Contains("\n    networks: [inside]\n", Services["postgres"], StringComparison.Ordinal);
        Assert.Contains("\n    networks: [inside]\n", Services["redis"], StringComparison.Ordinal);
        Assert.Contains("internal: true", Blocks(Section("networks"))["inside"], StringComparison.Ordinal);
    }

    [Fact]
    public void each_volume_that_is_used_is_declared()
    {
        var used = Regex.Matches(string.Concat(Services.Values), @"^ {6}- (?<name>[a-z]+):/", RegexOptions.Multiline)
            .Select(match => match.Groups["name"].Value);
        Assert.Equal(Blocks(Section("volumes")).Keys.Order(), used.Order());
    }

    [Fact]
    public void the_site_and_the_database_agree_on_the_password()
    {
        const string Password = "${SOVIA_DATABASE_PASSWORD:-sovia}";
        Assert.Contains("POSTGRES_PASSWORD: " + Password, Services["postgres"], StringComparison.Ordinal);
        Assert.Contains("Password=" + Password, Services["site"], StringComparison.Ordinal);
    }

    [Fact]
    public void the_image_does_not_run_as_root_and_is_watched()
    {
        var last = Repository.Read("Sovia.Site/Dockerfile").Split("\nFROM ")[^1];
        Assert.Equal(["$APP_UID"], Regex.Matches(last, @"^USER (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value));
        Assert.Contains("GET /health/live ", last, StringComparison.Ordinal);
        Assert.EndsWith("ENTRYPOINT [\"dotnet\", \"Sovia.Site.dll\"]\n", last, StringComparison.Ordinal);
    }

    [Fact]
    public void files_copied_into_the_image_exist_and_are_not_ignored()
    {
        var ignored = Repository.Read(".dockerignore").Split('\n');
        foreach (Match match in Regex.Matches(Repository.Read("Sovia.Site/Dockerfile"), @"^COPY (?!--from)(?<paths>.+) \S+$",
            RegexOptions.Multiline))
            foreach (var path in match.Groups["paths"].Value.Split(' '))
            {
                Assert.True(Path.Exists(Repository.PathOf(path)), path);
                Assert.DoesNotContain(path.TrimEnd('/'), ignored);
            }
    }

    private static string Section(string name) =>
        Regex.Match("\n" + Repository.Read("docker-compose.yml") + "\nend:",
            $@"\n{name}:\n(?<body>(?:(?: .*|#.*)?\n)*)(?=\S)").Groups["body"].Value;

    private static Dictionary<string, string> Blocks(string section) => Regex
        .Matches(section, @"^ {2}(?<name>\w+):\n(?<body>(?: {3,}.*\n|\n)*)", RegexOptions.Multiline)
        .ToDictionary(match => match.Groups["name"].Value, match => "\n" + match.Groups["body"].Value);
}

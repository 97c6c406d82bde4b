namespace Sovia.Tests.Storage.Libraries;

public sealed partial class ChangingTests
{
    private Guid[] Posts => [TwoLibraries.Shared[0], TwoLibraries.Shared[4], two.Default.OwnPost, two.Other.OwnPost];

    // Collections, culling and the trash.
    private Dictionary<string, Func<Task<HttpResponseMessage>>[]> CurationWays()
    {
        var posts = Posts;
        Guid[] lists = [two.Other.Collection, two.Default.Collection];
        return new()
        {
            ["POST /api/collections"] = [() => mine.SendAsync(HttpMethod.Post, "/api/collections", """{"name":"by mine"}""")],
            ["PUT /api/collections/{id:guid}"] =
            Each(lists, list => mine.SendAsync(HttpMethod.Put, $"/api/collections/{list}", """{"description":"said by mine"}""")),
            ["POST /api/collections/{id:guid}/items"] =
            Each(lists, list => mine.SendAsync(HttpMethod.Post, $"/api/collections/{list}/items?media_post_id={posts[0]}")),
            ["DELETE /api/collections/{id:guid}/items/{postId:guid}"] =
            Each(lists, list => mine.SendAsync(HttpMethod.Delete, $"/api/collections/{list}/items/{posts[0]}")),
            ["DELETE /api/collections/{id:guid}"] = Each(lists, list => mine.SendAsync(HttpMethod.Delete, $"/api/collections/{list}")),
            ["POST /posts/{id:guid}/collections"] =
            Each(posts, post => mine.PostAsync("/media", $"/posts/{post}/collections", ("add", null, Utf8($"{two.Other.Collection}")))),
            ["POST /collections?handler=restore"] =
            [() => mine.PostAsync("/collections/new", $"/collections?handler=restore&id={two.Other.Collection}")],
            ["POST /collections?handler=starters"] = [() => mine.PostAsync("/collections/new", "/collections?handler=starters")],
            ["POST /collections/new"] =
            [() => mine.PostAsync("/collections/new", "/collections/new", ("name", null, Utf8("mine alone")),
                ("ids", null, Utf8(string.Join(',', posts))))],
            ["POST /collections/{id:guid}/edit"] =
            Each(lists, list => mine.PostAsync("/collections/new", $"/collections/{list}/edit", ("name", null, Utf8("renamed by mine")))),
            ["POST /collections/{id:guid}/order?handler=move"] =
            Each(lists, list => mine.PostAsync("/media", $"/collections/{list}/order?handler=move&to=top&post={posts[0]}")),
            ["POST /collections/{id:guid}/order?handler=sort"] =
            Each(lists, list => mine.PostAsync("/media", $"/collections/{list}/order?handler=sort", ("sort", null, Utf8("date_asc")))),
            ["POST /collections/{id:guid}/order?handler=cover"] =
            Each(lists, list => mine.PostAsync("/media", $"/collections/{list}/order?handler=cover&post={posts[0]}")),
            ["POST /collections/{id:guid}/edit?handler=freeze"] =
            Each(lists, list => mine.PostAsync("/collections/new", $"/collections/{list}/edit?handler=freeze")),
            ["POST /collections/{id:guid}/edit?handler=delete"] =
            Each(lists, list => mine.PostAsync("/collections/new", $"/collections/{list}/edit?handler=delete")),
            ["POST /cull"] =
            Each(posts, post => mine.PostAsync("/cull", $"/cull?at={post}", ("post", null, Utf8($"{post}")),
                ("verdict", null, Utf8("reject")))),
            ["POST /cull?handler=back"] = [() => mine.PostAsync("/cull", "/cull?handler=back")],
            ["POST /cull/best"] =
            Each(posts, post => mine.PostAsync("/cull", $"/cull/best?at={post}", ("first", null, Utf8($"{post}")),
                ("second", null, Utf8($"{posts[0]}")), ("winner", null, Utf8($"{post}")))),
            ["POST /cull/best?handler=back"] = Each(posts, post => mine.PostAsync("/cull", $"/cull/best?handler=back&at={post}")),
            ["POST /cull/best?handler=keep"] =
            Each(posts, post => mine.PostAsync("/cull", $"/cull/best?handler=keep&at={post}", ("count", null, Utf8("1")))),
            ["POST /cull/finish"] = [() => mine.PostAsync("/cull", "/cull/finish", ("picks", null, Utf8("like")))],
            ["POST /trash/files"] =
            [() => mine.PostAsync("/media", "/trash/files", ("sure", null, Utf8("true")), ("stamp", null, Utf8("0")))],
        };
    }
}

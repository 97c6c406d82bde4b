namespace Sovia.Api.Docs;

/// <summary>Example responses for the API's documentation. A test compares each with a real response.</summary>
internal static class ApiExamples
{
    private const string PostId = "0b8f5a3e-5d0f-4f2e-9a35-6a0d1c1f7e11", ChildId = "6f0f3f57-3a55-4f0c-8a57-7d1f2b9d2c22",
        BatchId = "01933f0a-7c1e-7b1a-9d0c-2a4b6c8d0e1f", CollectionId = "3c9f2a44-0d0e-4a6c-8f5e-5d3b1a7c9e33";

    private const string Owner = "9a1d3c5e-7b2f-4e6a-8c0d-1f3b5d7e9a44";

    /// <summary>An annotation.</summary>
    public const string Annotation =
        """{"liked":true,"rating":4,"tags":["lighthouse","night"],"note":null,"title":null,"hidden":false,"trashed_at":null}""";

    public const string Post = $$"""
        {"id":"{{PostId}}","family_id":"{{PostId}}","parent_id":null,"type":"image","created_at":"2026-03-01T12:30:00Z","owner_id":"{{Owner}}","prompt":"A lighthouse at night","original_prompt":null,"title":null,
        "model":"imagine_h_1","mode":null,"derivation":null,"mime_type":"image/jpeg","media_url":"https://assets.grok.com/users/{{Owner}}/{{PostId}}/content","file_url":"/files/{{PostId}}",
        "sha256":null,"bytes":null,"width":784,"height":1168,"duration":null,"liked":true,"annotation":{{Annotation}}}
        """;

    private const string Child = $$"""
        {"id":"{{ChildId}}","parent_post_id":"{{PostId}}","user_id":"{{Owner}}","create_time":"2026-03-01T12:34:00Z","prompt":null,"original_prompt":"Waves roll in","media_type":"MEDIA_POST_TYPE_VIDEO",
        "media_url":"/files/{{ChildId}}","mime_type":"video/mp4","model_name":"imagine_w_1","mode":"custom"}
        """;

    private const string FamilyHead = $$"""
        "id":"{{PostId}}","user_id":"{{Owner}}","create_time":"2026-03-01T12:30:00Z","prompt":"A lighthouse at night","original_prompt":null,"media_type":"MEDIA_POST_TYPE_IMAGE","media_url":"/files/{{PostId}}",
        "mime_type":"image/jpeg","model_name":"imagine_h_1","like_status":true,"child_posts":[{{Child}}]
        """;

    /// <summary>A family in the format of 8xSovia's API.</summary>
    public const string Family = $$"""{ {{FamilyHead}},"similarity_score":null,"similarity_reason":null}""";

    public const string Families = $"[{Family}]";

    /// <summary>Families similar to another.</summary>
    public const string Similar = $$"""[{ {{FamilyHead}},"similarity_score":0.8123,"similarity_reason":"lighthouse, night; same model"}]""";

    /// <summary>A page of a query.</summary>
    public const string Query = $$"""{"items":[{{Family}}],"next":"1772368200000000_{{PostId}}","total":1234}""";

    public const string Batch = $$"""
        {"id":"{{BatchId}}","at":"2026-03-02T08:00:00Z","by":"user","text":"Tagged 214 items with lighthouse","count":214,"undoes":null,"undone_by":null,"left":0,"state":"finished","done":214,"total":214,"failure":null}
        """;

    /// <summary>The result of a change.</summary>
    public const string Changed = $$"""{"batch":{{Batch}},"selected":214,"changed":214,"left":[]}""";

    /// <summary>A page of the history.</summary>
    public const string Batches = $$"""{"items":[{{Batch}}],"next":null}""";

    /// <summary>A batch with its skipped fields.</summary>
    public const string BatchState = $$"""{"batch":{{Batch}},"left":[{"id":"{{PostId}}","field":"rating","locked_in":null}],"left_next":null}""";

    /// <summary>An annotation after a change.</summary>
    public const string Annotated = $$"""{"id":"{{PostId}}","annotation":{{Annotation}},"changed":1,"batch":"{{BatchId}}"}""";

    /// <summary>A like after a change.</summary>
    public const string Liked = $$"""{"id":"{{PostId}}","liked":true,"family":true}""";

    private const string CollectionHead = $$"""
        "id":"{{CollectionId}}","name":"Lighthouses","path":"Lighthouses","description":null,"notes":null,"is_smart":true,"smart_filters":{"search":"lighthouse"},"query":"search=lighthouse","parent_id":null,"locked":false,
        "created_at":"2026-03-01T12:30:00Z","updated_at":"2026-03-01T12:30:00Z","item_count":12
        """;

    public const string Collection = $$"""{ {{CollectionHead}} }""";

    /// <summary>A collection with a page of its families.</summary>
    public const string CollectionWithItems = $$"""{ {{CollectionHead}},"items":[{{Family}}]}""";

    /// <summary>A finished import.</summary>
    public const string Import = $$"""
        {"id":"{{BatchId}}","state":"finished","posts_imported":12,"child_posts_imported":40,"posts_skipped":3,"total_processed":16,"new":52,"changed":0,"unchanged":7,"trashed":2,"rejected":1,"started_at":"2026-03-01T12:30:00Z",
        "finished_at":"2026-03-01T12:30:01Z","failure":null,"issues":[{"code":"E_ITEM_NO_ID","path":"$.posts[3]","reason":"It has no id.","rejected":true}]}
        """;

    /// <summary>A preview of an import.</summary>
    public const string ImportCheck = $$"""
        {"existing_posts":3,"new_posts":12,"existing_child_posts":6,"new_child_posts":40,"valid_files":9,"missing_files":["https://assets.grok.com/users/{{Owner}}/{{PostId}}/content"],"can_import":true,"rejected":0,"issues":[]}
        """;

    /// <summary>Posts to import.</summary>
    public const string Export = $$"""
        {"posts":[{"id":"{{PostId}}","userId":"{{Owner}}","createTime":"2026-03-01T12:30:00Z","prompt":"A lighthouse at night","mediaType":"MEDIA_POST_TYPE_IMAGE",
        "mediaUrl":"https://assets.grok.com/users/{{Owner}}/{{PostId}}/content","mimeType":"image/jpeg","childPosts":[]}]}
        """;

    /// <summary>IDs of posts.</summary>
    public const string Ids = $"""["{PostId}"]""";

    /// <summary>A selection of posts and the change to apply.</summary>
    public const string Change = $$"""{"selection":{"ids":["{{PostId}}"]},"change":{"add_tags":["lighthouse"]} }""";

    /// <summary>A post in the format of Danbooru's API.</summary>
    public const string Danbooru = $$"""
        [{"id":4503599627370497,"created_at":"2026-03-01T12:30:00Z","updated_at":"2026-03-01T12:30:00Z","rating":"g","score":4,"fav_count":1,"is_favorited":true,"source":"https://assets.grok.com/users/{{Owner}}/{{PostId}}/content",
        "file_url":"http://localhost:5178/files/{{PostId}}","large_file_url":"http://localhost:5178/files/{{PostId}}/1024","preview_file_url":"http://localhost:5178/files/{{PostId}}/256","file_ext":"jpg","file_size":181234,
        "image_width":784,"image_height":1168,"tag_string":"lighthouse night imagine_h_1","tag_string_general":"lighthouse night","tag_string_meta":"imagine_h_1","tag_count":3,"parent_id":null,"has_children":false,
        "sovia_id":"{{PostId}}","prompt":"A lighthouse at night"}]
        """;
}

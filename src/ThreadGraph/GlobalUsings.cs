global using ThreadGraph.GraphQL;
global using ThreadGraph.GraphQL.DataLoading;
global using ThreadGraph.GraphQL.Execution;
global using ThreadGraph.GraphQL.Types;
global using ThreadGraph.GraphQL.Types.Pagination;
global using ThreadGraph.GraphQL.Types.Relay;
global using Path = System.IO.Path;
global using Thread = ThreadGraph.Threads.Thread;

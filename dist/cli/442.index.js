module.exports=require("../main/442.index.js");

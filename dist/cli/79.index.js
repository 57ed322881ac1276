module.exports=require("../main/79.index.js");
